import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { dayOf } from '../../domain/time/day'
import { earlier } from './earlier'
import { openWorld, type World } from './world'

const HOUR = 3_600_000
const BY_SCAN = 1011

/** 入户走访 where there is no network: registered at the door, the mini-program closed, and the next day there is a network. */
let world: World
let visitedOn: string
let memberId: unknown
let householdId: unknown

const visits = () =>
  world.emulator.database
    .find('facts', { kind: 'visit', memberId, householdId })
    .filter(({ occurredOn }) => occurredOn === visitedOn)

before(async () => {
  world = await openWorld('demo-member', async (county) => {
    const { database, clock } = county.emulator
    memberId = database.find('identities', { _id: 'demo-member' })[0]?.memberId
    const [household] = database.find('households', { memberIds: memberId })
    householdId = household?._id
    visitedOn = dayOf(clock.now())
    assert.equal(database.count('facts', { kind: 'visit', memberId, householdId, occurredOn: visitedOn }), 0)
    const storage = await earlier(county, 'demo-member', [
      { see: '#month' },
      { network: 'off' },
      { scan: encodeURIComponent(`https://x.gov.cn/c?t=H1.${String(household?.doorCode)}`) },
      { tap: '#purpose-heart' },
      { tap: '#register-visit' },
      { see: '#visit-kept' },
    ])
    assert.equal(database.count('facts', { kind: 'visit', memberId, householdId, occurredOn: visitedOn }), 0)
    clock.advance(20 * HOUR)
    return { storage, network: 'on', now: () => clock.now() }
  })
})
after(() => world.close())

test('the next day it goes up by itself: one visit, on the day it was, and it counts', async () => {
  await world.host.launch()
  await world.host.until(() => visits().length > 0)
  await world.host.settle()
  const [visit, ...others] = visits()
  assert.deepEqual(others, [])
  assert.ok(visit)
  assert.equal(visit.way, 'scan')
  assert.deepEqual(visit.confirmed, { at: visit.recordedAt, by: householdId })
  assert.notEqual(dayOf(Number(visit.recordedAt)), visitedOn)
})

test('opened once more nothing of it is left to go up', async () => {
  const { host } = world
  await host.setNetwork('off')
  await host.setNetwork('on')
  await host.settle()
  assert.equal(visits().length, 1)
})

for (const hours of [71, 73])
  test(`${hours} hours late it stands on its own day, and counts once the village has said yes`, async () => {
    const { host, ask } = world
    const { database, clock } = world.emulator
    const before = database.count('facts', { kind: 'visit', memberId, householdId })
    const [household] = database.find('households', { _id: householdId })
    const on = dayOf(clock.now())
    await host.setNetwork('off')
    const door = `https://x.gov.cn/c?t=H1.${String(household?.doorCode)}`
    await host.reopen('pages/home/index', { q: encodeURIComponent(door) }, BY_SCAN)
    await host.tap('#purpose-heart')
    await host.tap('#register-visit')
    await host.until(() => host.has('#visit-kept'))
    clock.advance(hours * HOUR)
    await host.setNetwork('on')
    await host.until(() => database.count('facts', { kind: 'visit', memberId, householdId }) > before)
    const ours = () => database.find('facts', { kind: 'visit', memberId, householdId, occurredOn: on })
    const [late, ...others] = ours()
    assert.deepEqual([others, late?.confirmed], [[], null])
    const factIds = [String(late?._id)]
    await ask('demo-village', 'household.confirm', { villageId: household?.villageId, factIds })
    assert.ok(ours()[0]?.confirmed)
  })
