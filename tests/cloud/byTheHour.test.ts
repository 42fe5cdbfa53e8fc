import { at } from '@domain/testing/at'
import { openIdOf } from './people'
import { aRunningService, contact, doors, staff, worldWithPlaces } from './places'
import { checkIn, newNonce, type World } from './world'

const HOUR = 3_600_000

let world: World
beforeEach(async () => {
  world = await worldWithPlaces()
})
afterEach(() => world.stop())

const own = openIdOf('v1')
const visit = (occurredAt: number, code = doors.h1) =>
  world.get(own, 'household.visit', { code, purposes: ['heart'], occurredAt, nonce: newNonce() })
/** How far a duty of the month is, as home of a member says. */
async function doneOf(openId: string, dutyId: string) {
  const { month } = await world.get(openId, 'progress.home')
  const duty = month.duties.find((one) => one.dutyId === dutyId)
  return [duty?.done, duty?.waiting ?? 0]
}

test('on a Sunday at 21:30 a visit and a service count as at any hour', async () => {
  const sunday = at('2026-09-27 21:30')
  world.emulator.clock.set(sunday - HOUR)
  const times = { startsAt: sunday - HOUR, endsAt: sunday + HOUR }
  const { code } = await aRunningService(world, { ...times, startsAt: sunday - HOUR + 60_000 })
  world.emulator.clock.set(sunday)
  await checkIn(world, 'm4', code())
  expect(await visit(sunday)).toMatchObject({ again: false, at: sunday, done: 1 })
  expect(await doneOf(own, 'household_visit')).toEqual([1, 0])
  expect(await doneOf(openIdOf('m4'), 'community_service')).toEqual([1, 0])
})

test('two households on one way are two visits, one household twice on a day is one', async () => {
  await visit(world.now(), doors.h1)
  await visit(world.now(), doors.h2)
  expect(await doneOf(own, 'household_visit')).toEqual([2, 0])
  world.emulator.clock.advance(HOUR)
  expect(await visit(world.now(), doors.h1)).toMatchObject({ again: true, done: 2 })
  expect(await doneOf(own, 'household_visit')).toEqual([2, 0])
})

test.each([71, 73])(
  'what comes %s hours late stands on its own day, is asked of village and community, and counts with their yes',
  async (hours) => {
    const { activityId, posterCode } = await aRunningService(world)
    await checkIn(world, 'm4', posterCode)
    const visitedAt = world.now()
    world.emulator.clock.advance(hours * HOUR)
    expect(await visit(visitedAt)).toMatchObject({ at: visitedAt, waitsFor: '青山村', done: 0 })
    expect(await doneOf(own, 'household_visit')).toEqual([0, 1])
    expect(await doneOf(openIdOf('m4'), 'community_service')).toEqual([0, 1])
    const factIds = ['h1_v1_2026-09-22']
    await world.get(contact, 'household.confirm', { villageId: 'village1', factIds })
    await world.get(staff, 'service.confirm', { activityId, factIds: [`${activityId}_m4`] })
    expect(await doneOf(own, 'household_visit')).toEqual([1, 0])
    expect(await doneOf(openIdOf('m4'), 'community_service')).toEqual([1, 0])
  },
)
