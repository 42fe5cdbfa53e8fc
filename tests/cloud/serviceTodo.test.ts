import { at } from '@domain/testing/at'
import { MOMENT, openIdOf } from './people'
import { aService, otherStaff, staff, worldWithPlaces } from './places'
import { newNonce, type World } from './world'

let world: World
beforeAll(async () => {
  world = await worldWithPlaces()
})
afterAll(() => world.stop())
afterEach(() => world.emulator.clock.set(MOMENT))

const publish = async (title: string) =>
  (await world.get(staff, 'service.publish', { nonce: newNonce(), form: aService({ title }) })).activityId
const open = (activityId: string) => world.get(staff, 'activity.setState', { activityId, to: 'open' })
const byPoster = async (activityId: string, memberId: string) => {
  const { posterCode } = await world.get(staff, 'service.board', { activityId })
  const { ticket } = await world.get(openIdOf(memberId), 'checkin.open', { code: posterCode })
  await world.get(openIdOf(memberId), 'checkin.register', { ticket, nonce: newNonce() })
}
const listed = async (activityId: string, who = staff) => {
  const { communities } = await world.get(who, 'identity.work')
  return communities.flatMap(({ services }) => services).find(({ id }) => id === activityId)
}
const stored = (activityId: string) => world.emulator.database.find('activities', { _id: activityId })[0]
/** Month and year ends, and a whole year later. */
const later = [
  '2026-09-30 23:59',
  '2026-10-01 00:00',
  '2026-12-31 23:59',
  '2027-01-05 09:00',
  '2027-12-31 09:00',
]

test('a service nobody opened stays on 工作 over month and year ends, until it is said that it did not take place', async () => {
  const activityId = await publish('没有开始的服务')
  expect(await listed(activityId)).toMatchObject({ state: 'published' })
  expect(await listed(activityId)).not.toHaveProperty('todo')
  for (const moment of later) {
    world.emulator.clock.set(at(moment))
    expect(await listed(activityId)).toMatchObject({ state: 'published', todo: 'unopened' })
    expect(await listed(activityId, otherStaff)).toBeUndefined()
  }
  await world.get(staff, 'activity.setState', { activityId, to: 'cancelled' })
  expect(await listed(activityId)).toBeUndefined()
})

test('one that took place is opened afterwards while names may be entered, and no later', async () => {
  const activityId = await publish('忘了开始的服务')
  world.emulator.clock.set(at('2026-10-13 23:59'))
  await open(activityId)
  const entry = { activityId, memberId: 'm8', occurredAt: world.now(), nonce: newNonce() }
  await world.get(staff, 'service.enter', entry)
  expect(await listed(activityId)).toMatchObject({ state: 'closed', pending: 1 })
})

test('one that was forgotten beyond that can only be settled as not held', async () => {
  const activityId = await publish('忘了太久的服务')
  world.emulator.clock.set(at('2026-10-14 00:00'))
  const ask = { activityId, to: 'open' as const }
  expect(await world.reason(staff, 'activity.setState', ask)).toBe('entry_closed')
  expect(await listed(activityId)).toMatchObject({ todo: 'unopened' })
})

test('a service at which somebody waits stays over month and year ends, until everybody is confirmed or struck out', async () => {
  const activityId = await publish('有人等确认的服务')
  world.emulator.clock.set(aService().startsAt)
  await open(activityId)
  await byPoster(activityId, 'm4')
  await byPoster(activityId, 'm5')
  for (const moment of later) {
    world.emulator.clock.set(at(moment))
    expect(await listed(activityId)).toMatchObject({ state: 'closed', pending: 2, confirmed: 0 })
  }
  await world.get(staff, 'service.confirm', { activityId, factIds: [`${activityId}_m4`] })
  expect(await listed(activityId)).toMatchObject({ pending: 1, confirmed: 1 })
  await world.get(staff, 'checkin.strike', { activityId, memberId: 'm5', reason: '不在现场' })
  expect(await listed(activityId)).toBeUndefined()
})

test('a settled service is listed until the last moment at which a name may be entered', async () => {
  const activityId = await publish('记名单的服务')
  world.emulator.clock.set(aService().startsAt)
  await open(activityId)
  const enter = () =>
    world.reason(staff, 'service.enter', {
      ...{ activityId, memberId: 'm6', occurredAt: world.now() },
      nonce: newNonce(),
    })
  world.emulator.clock.set(at('2026-10-13 23:59'))
  expect(await listed(activityId)).toMatchObject({ state: 'closed', pending: 0 })
  world.emulator.clock.set(at('2026-10-14 00:00'))
  expect(await listed(activityId)).toBeUndefined()
  expect(await enter()).toBe('entry_closed')
})

test('years of settled services and their people are not looked at', async () => {
  const activityId = await publish('这一次服务')
  const rows = Array.from({ length: 300 }, (_, index) => ({
    ...stored(activityId),
    _id: `old-${index}`,
    state: 'open',
    startsAt: at('2020-01-04 09:00') + index * 7 * 86_400_000,
    endsAt: at('2020-01-04 11:00') + index * 7 * 86_400_000,
    nonce: `old-${index}`,
  }))
  world.emulator.database.insertMany('activities', rows)
  const facts = rows.flatMap(({ _id, startsAt }, index) =>
    Array.from({ length: 10 }, (__, person) => ({
      _id: `${_id}_x${person}`,
      kind: 'attendance',
      memberId: `x${person}`,
      branchId: 'branch1',
      hostId: 'community1',
      activityId: _id,
      occurredAt: startsAt,
      occurredOn: '2020-01-04',
      confirmed: { at: startsAt, by: 'community1' },
      nonce: `old-${index}-${person}`,
    })),
  )
  world.emulator.database.insertMany('facts', facts)
  expect(await listed(activityId)).toBeDefined()
  const { calls } = world.lastInvocation()
  expect(calls.reduce((sum, { examined }) => sum + examined, 0)).toBeLessThan(60)
})
