import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { dayOf } from '../../domain/time/day'
import { formatDay } from '../../domain/time/format'
import { demoMoment } from '../../scripts/seed/demoMoment'
import { picture } from './pictures'
import { textSizes } from './shortRun'
import { becomes, cutOff, openWorld, says, shown, tap, type World } from './world'

const HOUR = 3_600_000
const DAY = 24 * HOUR

let world: World
/** The door code of the demo member's own household, as it hangs on the inside of the door. */
let door: string

before(async () => {
  world = await openWorld(demoMoment)
  const [identity] = world.emulator.database.find('identities', { _id: 'demo-member' })
  const [household] = world.emulator.database.find('households', { memberIds: identity?.memberId })
  door = `H1.${String(household?.doorCode)}`
})
after(() => world.close())

const visits = () => world.emulator.database.count('facts', { kind: 'visit' })
const openDoor = async (as: string) => {
  const { page } = await world.phone(as)
  await page.goto(`${world.emulator.url}/?as=${as}&t=${encodeURIComponent(door)}`)
  return page
}

test('the door code of one’s own household: purposes, one tap, the month moves', async () => {
  const page = await openDoor('demo-member')
  await says(page, '#household', /青山村/)
  await tap(page, '[id^="purpose-"]')
  await picture(page, '08a-visit')
  const before = visits()
  await tap(page, '#register-visit')
  await says(page, '#visit-result', /2/)
  assert.equal(visits(), before + 1)
  await tap(page, '#done')
  await says(page, '#month', /帮扶走访 ?2\/2/)
  await page.context().close()
})

test('a second visit on the same day is the same visit', async () => {
  const before = visits()
  const page = await openDoor('demo-member')
  await says(page, '#already-today', /今天已经/)
  assert.equal(visits(), before)
  await page.context().close()
})

test('a phone whose clock is a day off, either way: the visit is of today, and the page says the day it is', async () => {
  const { clock, database } = world.emulator
  for (const [off, wrong] of [DAY, -DAY].entries()) {
    clock.advance(DAY)
    const [before, today] = [visits(), dayOf(clock.now())]
    const { page } = await world.phone('demo-member')
    await page.clock.install({ time: clock.now() + wrong })
    await page.goto(`${world.emulator.url}/?as=demo-member&off=${off}&t=${encodeURIComponent(door)}`)
    await tap(page, '[id^="purpose-"]')
    await tap(page, '#register-visit')
    await says(page, '#visit-result', new RegExp(formatDay(clock.now())))
    assert.equal(visits(), before + 1)
    assert.ok(database.count('facts', { kind: 'visit', occurredOn: today, way: 'scan' }) > 0)
    await page.context().close()
  }
})

test('without network it is kept while the app is closed, and goes up the next day on the day it was', async () => {
  const { clock, database } = world.emulator
  clock.advance(DAY)
  const { page } = await world.phone('demo-member')
  await says(page, '#month', /帮扶走访/)
  const [before, visitedAt] = [visits(), clock.now()]
  await cutOff(page, true)
  await page.clock.setFixedTime(visitedAt)
  await page.goto(`${world.emulator.url}/?as=demo-member&t=${encodeURIComponent(door)}`)
  await tap(page, '[id^="purpose-"]')
  await tap(page, '#register-visit')
  await says(page, '#visit-kept', /存在本机/)
  const context = page.context()
  await page.close()
  assert.equal(visits(), before)
  clock.advance(20 * HOUR)
  const next = await context.newPage()
  await next.clock.setFixedTime(clock.now())
  await cutOff(next, false)
  await next.goto(`${world.emulator.url}/?as=demo-member`)
  await becomes(visits, before + 1)
  const [visit] = database.find('facts', { kind: 'visit', recordedAt: { $gt: visitedAt + HOUR } })
  assert.equal(visit?.occurredOn, dayOf(visitedAt))
  await next.reload()
  await says(next, '#month', /帮扶走访/)
  assert.equal(visits(), before + 1)
  await context.close()
})

for (const [who, as] of [
  ['a stranger', 'demo-stranger'],
  ['a colleague of the same branch', 'demo-secretary'],
  ['the village’s own contact', 'demo-village'],
] as const) {
  test(`${who} sees a card that says nothing, and nothing is written`, async () => {
    const before = visits()
    const page = await openDoor(as)
    const text = await says(page, '#neutral', /便民联系卡/)
    assert.doesNotMatch(text, /青山|胡淑|帮扶|走访|户/)
    await picture(page, '08b-neutral')
    assert.equal(visits(), before)
    await page.context().close()
  })
}

for (const elder of textSizes)
  test(`a visit that waits is shown to the village with its household and the day, ${elder ? 'in large text' : 'in normal text'}`, async () => {
    const { page } = await world.phone('demo-village', { elder })
    await tap(page, '#tab-work')
    await says(page, '#work', /待确认 \d+/)
    await tap(page, '[id^="visits-"]')
    await says(page, '#pending-visits', /\d+月\d+日走访 \d+ 号/)
    await picture(page, elder ? '08c-waiting-elder' : '08c-waiting')
    const waiting = await shown(page, '#pending-visits .check-row').count()
    await tap(page, '#pending-visits [id^="other-"]')
    await says(page, '.taro-modal__text', /会告诉本人/)
    await page.locator('.taro-modal__foot').getByText('没来过', { exact: true }).click()
    await says(page, '#denied-visits', /不计入/)
    assert.equal(await shown(page, '#pending-visits .check-row').count(), waiting - 1)
    await picture(page, elder ? '08d-denied-elder' : '08d-denied')
    await tap(page, '#denied-visits [id^="restore-"]')
    await becomes(() => shown(page, '#denied-visits').count(), 0)
    await becomes(() => shown(page, '#pending-visits .check-row').count(), waiting)
    await page.context().close()
  })
