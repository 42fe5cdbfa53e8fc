import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { readFileSync } from 'node:fs'
import JSZip from 'jszip'
import type { Page } from 'playwright-core'
import { readSheet } from 'read-excel-file/node'
import { anActivity } from '../../domain/testing/builders'
import { ask } from './ask'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { becomes, cutOff, openWorld, says, shown, tap, turnTo, type World } from './world'

let world: World
let branchId = ''

/** What the branch held in the two years before, as it would have put it into the book. */
const meetingsOf = (year: number) =>
  Array.from({ length: 12 }, (_, month) => {
    const startsAt = Date.parse(`${year}-${String(month + 1).padStart(2, '0')}-10T15:00:00+08:00`)
    const _id = `patrol-${year}-${month}`
    return anActivity({
      ...{ _id, nonce: _id, branchId, hostId: branchId, title: `${month + 1}月主题党日` },
      ...{ startsAt, endsAt: startsAt + 5_400_000, state: 'recorded', expected: [] },
    })
  })

before(async () => {
  world = await openWorld()
  const { places } = await ask(world, 'demo-secretary', 'identity.work', {})
  branchId = places.find(({ role }) => role === 'secretary')?.organisation.id ?? ''
  const rows = [2024, 2025].flatMap(meetingsOf) as unknown as Record<string, unknown>[]
  world.emulator.database.insertMany('activities', rows)
})
after(() => world.close())

const openPatrol = async (page: Page) => {
  await tap(page, '#tab-work')
  await tap(page, `#book-${branchId}`)
  await tap(page, '#seg-year')
  await tap(page, '#to-patrol')
  await shown(page, '#make-patrol').waitFor()
}

for (const elder of textSizes) {
  const named = (name: string) => (elder ? `${name}-elder` : name)

  test(`three years are packed from a tap on the phone, every file with its SHA-256, in ${elder ? 'large' : 'normal'} text`, async () => {
    const { page } = await world.phone('demo-secretary', { elder })
    await openPatrol(page)
    await says(page, '#make-patrol', /2024年至2026年/)
    await picture(page, named('20d-patrol'))
    await tap(page, '#make-patrol')
    await says(page, '#making-steps', /\d+\/\d+ 份/)
    await picture(page, named('20d-patrol-progress'))
    await says(page, '#making-state', /做好了 \d+ 份文件/)
    await says(page, '#paper-name', /-2024年至2026年-巡察资料包\.zip$/)
    await picture(page, named('20d-patrol-done'))
    const saved = page.waitForEvent('download')
    await tap(page, '#paper-disk')
    const at = `.local/screens/${named('patrol')}.zip`
    await (await saved).saveAs(at)
    const { files } = await JSZip.loadAsync(readFileSync(at), { checkCRC32: true })
    const bytes = async (name: string) => files[name]?.async('nodebuffer') ?? Buffer.alloc(0)
    const rows = (await readSheet(await bytes('00-目录.xlsx'), '目录')).slice(3)
    assert.equal(rows.length, Object.keys(files).length - 1)
    for (const [, , name, , digest] of rows) {
      const found = createHash('sha256').update(await bytes(String(name)))
      assert.equal(digest, found.digest('hex'))
    }
    const records = rows.filter(([, chapter]) => chapter === '3-会议记录')
    const recorded = world.emulator.database.count('activities', { branchId, state: 'recorded' })
    assert.equal(records.length, recorded)
    await page.context().close()
  })
}

test('other years are chosen by hand; without network it stops where it is and goes on from there', async () => {
  const { page } = await world.phone('demo-secretary')
  await openPatrol(page)
  await tap(page, '#patrol-from')
  await turnTo(page, '2025年')
  await says(page, '#make-patrol', /2025年至2026年/)
  await page.route(/\/client\//, async (route) => {
    // The line is lost behind the first part.
    if (/"paper\.part".*"written":/.test(route.request().postData() ?? '')) await route.abort()
    else await route.fallback()
  })
  const begun: string[] = []
  page.on('request', (request) => {
    const asked = request.postData() ?? ''
    if (asked.includes('"paper.part"') && !asked.includes('"written":')) begun.push(asked)
  })
  // Two taps begin one package.
  await shown(page, '#make-patrol').evaluate((button: HTMLElement) => {
    button.click()
    button.click()
  })
  await says(page, '#making-state', /先停在这里/)
  assert.equal(begun.length, 1)
  await page.unroute(/\/client\//)
  await cutOff(page, true)
  await tap(page, '#try-again')
  await says(page, '#making-refusal', /没连上网络/)
  await cutOff(page, false)
  await tap(page, '#try-again')
  await says(page, '#paper-name', /-2025年至2026年-巡察资料包\.zip$/)
  await becomes(() => shown(page, '#making-refusal').count(), 0)
  await page.context().close()
})

for (const elder of textSizes) {
  const named = (name: string) => (elder ? `${name}-elder` : name)

  test(`a 届 of the register is offered first, with the years it touches, in ${elder ? 'large' : 'normal'} text`, async () => {
    const { committee } = await ask(world, 'demo-secretary', 'organisation.one', { organisationId: branchId })
    await ask(world, 'demo-secretary', 'organisation.elect', {
      ...{ branchId, kind: 'election', on: '2026-09-21', termEndsOn: '2029-09-20', nonce: 'nonce-patrol' },
      posts: committee.map(({ memberId, post }) => ({ memberId, post })),
    })
    const { page } = await world.phone('demo-secretary', { elder })
    await openPatrol(page)
    await says(page, '#patrol-2026-09-21', /2026年9月21日至2029年9月20日 装 2026年/)
    await says(page, '#make-patrol', /开始做，2026年/)
    await picture(page, named('20d-patrol-terms'))
    await tap(page, '#patrol-own')
    await says(page, '#make-patrol', /2024年至2026年/)
    await page.context().close()
  })
}
