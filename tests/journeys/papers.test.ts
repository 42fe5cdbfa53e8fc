import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { says, shown, tap, type World, openWorld } from './world'

let world: World

before(async () => {
  world = await openWorld()
})
after(() => world.close())

for (const elder of textSizes) {
  const named = (name: string) => (elder ? `${name}-elder` : name)

  test(`the ledger of a branch is made on its page and kept as a file, in ${elder ? 'large' : 'normal'} text`, async () => {
    const { page } = await world.phone('demo-secretary', { elder })
    await tap(page, '#tab-work')
    await tap(page, '[id^="progress-"]')
    await shown(page, '#branch-papers').evaluate((element) => element.scrollIntoView())
    await picture(page, named('20-branch-papers'))
    await tap(page, '#export-ledger')
    await says(page, '#paper-name', /-2026-09-三会一课台账\.xlsx$/)
    await picture(page, named('20c-paper-done'))
    const saved = page.waitForEvent('download')
    await tap(page, '#paper-disk')
    assert.match((await saved).suggestedFilename(), /三会一课台账\.xlsx$/)
    await page.context().close()
  })
}

test('the forms of the year are made from the page of any month of it', async () => {
  const { page } = await world.phone('demo-secretary')
  await tap(page, '#tab-work')
  await tap(page, '[id^="progress-"]')
  for (const [paper, name] of [
    ['participation', /-2026年-党员参加组织生活情况表\.xlsx$/],
    ['dues', /-2026年-党费登记表\.xlsx$/],
  ] as const) {
    await tap(page, `#export-${paper}`)
    await says(page, '#paper-name', name)
    await tap(page, '#sheet-close')
  }
  await page.context().close()
})
