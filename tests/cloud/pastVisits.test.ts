import { contractVersion } from '@domain/contract/answer'
import { at } from '@domain/testing/at'
import { aFact } from '@domain/testing/builders'
import { openIdOf } from './people'
import { contact, doors, otherContact, staff, worldWithPlaces } from './places'
import { newNonce, secretary, type World } from './world'

let world: World
beforeEach(async () => {
  world = await worldWithPlaces()
})
afterEach(() => world.stop())

const own = openIdOf('v1')
const villageId = 'village1'
const past = (periodKey: string) => world.get(contact, 'household.past', { villageId, periodKey })
const remember = (occurredOn: string) =>
  world.get(own, 'household.backfill', {
    ...{ householdId: 'h2', occurredOn, purposes: ['help'], nonce: newNonce() },
  })
const visits = (days: string[], overrides: object = {}) =>
  days.map((day, i) =>
    aFact({
      ...{ _id: `h1_v1_${day}_${i}`, kind: 'visit', memberId: 'v1', hostId: villageId, householdId: 'h1' },
      ...{ occurredAt: at(`${day} 15:00`), confirmed: { at: at(`${day} 15:00`), by: 'h1' } },
      ...overrides,
    }),
  )
const put = (rows: object[]) => world.emulator.database.insertMany('facts', rows as Record<string, unknown>[])

test('what the door and the village have said yes to, the newest first: name and branch, number and day, nothing else', async () => {
  expect(await past('2026-09')).toEqual({
    ...{ village: { id: villageId, name: '青山村' }, visits: [], more: 0, deeds: 0 },
  })
  for (const day of ['2026-09-10', '2026-09-15', '2026-09-17']) await remember(day)
  const factIds = ['h2_v1_2026-09-10']
  await world.get(contact, 'household.confirm', { villageId, factIds })
  await world.get(contact, 'household.deny', { villageId, factId: 'h2_v1_2026-09-15', denied: true })
  await world.get(own, 'household.visit', {
    ...{ code: doors.h1, purposes: ['heart'], occurredAt: world.now(), nonce: newNonce() },
  })
  const who = { name: '走访同志', branchName: '农业农村局党支部' }
  const september = await past('2026-09')
  // Neither what waits nor what never was.
  expect(september.visits).toEqual([
    { ...who, number: '07 号', on: '2026-09-22' },
    { ...who, number: '08 号', on: '2026-09-10' },
  ])
  expect(await past('2026')).toEqual(september)
  expect((await past('2026-08')).visits).toEqual([])
})

test('of the last day of the year it is read on 5 January, and of what has not begun nothing', async () => {
  put(visits(['2026-12-31']))
  world.emulator.clock.set(at('2027-01-05 09:00'))
  expect((await past('2026-12')).visits).toMatchObject([{ on: '2026-12-31' }])
  expect((await past('2027')).visits).toEqual([])
  for (const periodKey of ['2027-02', '2028'])
    expect(await world.reason(contact, 'household.past', { villageId, periodKey })).toBe('invalid_request')
})

test('a village’s past is nobody else’s', async () => {
  for (const who of [otherContact, staff, secretary, own, 'openid-county', 'stranger'])
    expect(await world.reason(who, 'household.past', { villageId, periodKey: '2026-09' })).not.toMatch(/^ok/)
  expect(await world.reason(otherContact, 'household.past', { villageId, periodKey: '2026-09' })).toBe(
    'forbidden',
  )
})

test('a village of 2,000 visits: few calls, what fits a phone, and a number that holds all', async () => {
  const days = Array.from({ length: 2000 }, (_, i) => `2026-0${1 + (i % 9)}-1${i % 10}`)
  put(visits(days))
  const data = { villageId, periodKey: '2026' }
  const { text } = await world.post(contact, { action: 'household.past', contractVersion, data })
  expect(Buffer.byteLength(text)).toBeLessThan(100_000)
  // One of them notes who has looked.
  expect(world.lastInvocation().calls.length).toBeLessThanOrEqual(6)
  const year = await past('2026')
  expect(year.visits.length + year.more).toBe(2000)
  expect(year.visits.length).toBeGreaterThan(300)
  expect(year.visits[0]?.on).toBe([...days].sort().at(-1))
})
