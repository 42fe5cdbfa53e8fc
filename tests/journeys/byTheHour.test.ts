import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { dayOf } from '../../domain/time/day'
import { formatDay } from '../../domain/time/format'
import { ask } from './ask'
import { picture } from './pictures'
import { becomes, cutOff, openWorld, says, tap, type World } from './world'

const HOUR = 3_600_000

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

/** The door codes of the households somebody is linked with, as they hang on the inside of the doors. */
function doorsOf(as: string): string[] {
  const { database } = world.emulator
  const [identity] = database.find('identities', { _id: as })
  return database
    .find('households', { memberIds: identity?.memberId })
    .map(({ doorCode }) => `H1.${String(doorCode)}`)
}
const visits = () => world.emulator.database.count('facts', { kind: 'visit' })
let scans = 0
/** What WeChat's scan of a door opens. */
const scan = (page: Page, as: string, door: string) =>
  page.goto(`${world.emulator.url}/?as=${as}&scan=${(scans += 1)}&t=${encodeURIComponent(door)}`)
const register = async (page: Page) => {
  await tap(page, '#purpose-heart')
  await tap(page, '#register-visit')
}
/** How many visits of the month count. */
async function doneOf(as: string): Promise<number> {
  const { month } = await ask(world, as, 'progress.home', {})
  return month.duties.find(({ dutyId }) => dutyId === 'household_visit')?.done ?? 0
}
async function homeSays(as: string, done: number): Promise<void> {
  const { page } = await world.phone(as)
  await says(page, '#month', new RegExp(`帮扶走访 ?${done}/2`))
  await page.context().close()
}

test('two households on one way are two visits, the first one once more on that day is none', async () => {
  const as = 'demo-elder'
  const [first = '', second = '', ...more] = doorsOf(as)
  assert.deepEqual(more, [])
  const [before, done] = [visits(), await doneOf(as)]
  const { page } = await world.phone(as)
  for (const [index, door] of [first, second].entries()) {
    await scan(page, as, door)
    await register(page)
    await says(page, '#visit-result', /走访登记成功/)
    assert.equal(visits(), before + index + 1)
  }
  await scan(page, as, first)
  await says(page, '#already-today', /今天已经登记过了.*同一天走访同一户算一次/)
  await picture(page, '08a-already-today')
  await page.context().close()
  assert.equal(visits(), before + 2)
  await homeSays(as, done + 2)
})

for (const hours of [71, 73])
  test(`a visit that comes ${hours} hours late stands on its own day, is asked of the village, and counts with its yes`, async () => {
    const { clock, database } = world.emulator
    const as = 'demo-member'
    const [door = ''] = doorsOf(as)
    const [before, done, visitedAt] = [visits(), await doneOf(as), clock.now()]
    const { page } = await world.phone(as)
    await says(page, '#month', /帮扶走访/)
    await page.clock.setFixedTime(visitedAt)
    await cutOff(page, true)
    await scan(page, as, door)
    await register(page)
    await says(page, '#visit-kept', /已存在本机.*一天内传上来直接计入，晚了由村里确认/)
    const context = page.context()
    await page.close()

    clock.advance(hours * HOUR)
    const next = await context.newPage()
    await next.clock.setFixedTime(clock.now())
    await cutOff(next, false)
    await next.goto(`${world.emulator.url}/?as=${as}`)
    await becomes(visits, before + 1)
    await context.close()
    const [visit] = database.find('facts', { kind: 'visit', recordedAt: { $gt: visitedAt + HOUR } })
    assert.equal(visit?.occurredOn, dayOf(visitedAt))
    assert.equal(await doneOf(as), done)

    const village = (await world.phone('demo-village')).page
    await tap(village, '#tab-work')
    await tap(village, '[id^="visits-"]')
    await says(village, '#pending-visits', new RegExp(`${formatDay(visitedAt)}走访 20 号`))
    await tap(village, '#check-confirm')
    await says(village, '#nothing-pending', /没有待确认的走访/)
    await village.context().close()
    await homeSays(as, done + 1)
  })
