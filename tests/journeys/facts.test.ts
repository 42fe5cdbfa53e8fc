import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { demoMoment } from '../../scripts/seed/demoMoment'
import { picture } from './pictures'
import { openWorld, says, shown, tap, type World } from './world'

let world: World
before(async () => {
  world = await openWorld(demoMoment)
  await world.emulator.runTimer('rollup')
})
after(() => world.close())

for (const elder of [false, true]) {
  const size = elder ? 'in large text' : 'in normal text'
  const named = (name: string) => (elder ? `${name}-elder` : name)

  test(`a secretary has 述职材料 in four taps, and the sheets of any months, ${size}`, async () => {
    const { page } = await world.phone('demo-secretary', { elder })
    await tap(page, '#tab-work')
    await tap(page, '[id^="progress-"]')
    await tap(page, '#to-facts')
    await says(page, '#facts', /支部一张.*党员一张.*述职材料/)
    await picture(page, named('10b-facts'))
    await tap(page, '#export-report')
    await says(page, '#paper-name', /-2026年-述职材料\.docx$/)
    await tap(page, '#sheet-close')
    await tap(page, '#seg-2026-H1')
    await tap(page, '#export-branch')
    await says(page, '#paper-name', /-2026年上半年-组织生活开展情况表\.xlsx$/)
    const saved = page.waitForEvent('download')
    await tap(page, '#paper-disk')
    assert.match((await saved).suggestedFilename(), /组织生活开展情况表\.xlsx$/)
    await tap(page, '#sheet-close')
    await tap(page, '#seg-own')
    await says(page, '#facts-months', /从.*9月.*到.*9月/)
    await picture(page, named('10b-facts-own'))
    await tap(page, '#export-members')
    await says(page, '#paper-name', /-2026-09-党员组织生活开展情况表\.xlsx$/)
    await page.context().close()
  })

  test(`the work committee has 全县直汇总 behind its numbers, and puts its 事项 in order, ${size}`, async () => {
    const { page } = await world.phone('demo-committee', { elder })
    await tap(page, '#tab-work')
    await tap(page, '#overview')
    await tap(page, '#open-facts')
    await says(page, '#facts', /全县直汇总/)
    await shown(page, '#facts-note').scrollIntoViewIfNeeded()
    await picture(page, named('10b-facts-county'))
    await tap(page, '#export-county')
    await says(page, '#paper-name', /-2026年-全县直组织生活开展情况表\.xlsx$/)
    await tap(page, '#sheet-close')
    await tap(page, '#open-fact-order')
    await says(page, '#columns-note', /默认的次序/)
    await tap(page, '#down-study')
    await says(page, '#column-1', /主题党日/)
    await picture(page, named('fact-order'))
    await tap(page, '#columns-save')
    await says(page, '#columns-note', /全县的情况表/)
    await tap(page, '#columns-default')
    await tap(page, '#columns-save')
    await says(page, '#columns-note', /默认的次序/)
    await page.context().close()
  })
}
