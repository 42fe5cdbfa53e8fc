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

const communityOf = (who: string) => (who === otherStaff ? 'community2' : 'community1')
const publish = async (title: string, by = staff) => {
  const form = aService({ title, communityId: communityOf(by) })
  return (await world.get(by, 'service.publish', { nonce: newNonce(), form })).activityId
}
const open = (activityId: string, by = staff) =>
  world.get(by, 'activity.setState', { activityId, to: 'open' })
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

/** A second person of the same community. */
const colleague = 'openid-staff-colleague'
const county = 'openid-county'
const hire = () => {
  const [row] = world.emulator.database.find('identities', { _id: staff })
  world.emulator.database.insertMany('identities', [
    { ...row, _id: colleague, name: '同事', requestId: 'request-colleague' },
  ])
}
const asksFor = async (who: string) =>
  ((await world.get(who, 'identity.work')).late ?? []).map(({ activityId }) => activityId)
const enter = (activityId: string, memberId: string, by = staff) =>
  world.reason(by, 'service.enter', {
    ...{ activityId, memberId, occurredAt: world.now() },
    nonce: newNonce(),
  })
const served = async (memberId: string) =>
  (
    await world.get(openIdOf(memberId), 'progress.why', {
      ...{ subjectId: memberId, dutyId: 'community_service', periodKey: '2026-09' },
    })
  ).line
const seenBy = async (who: string, activityId: string) =>
  (await world.get(who, 'activity.lateEntry', { activityId })).seen
const say = async (who: string, activityId: string, over: object = {}) =>
  world.reason(who, 'activity.confirmLate', {
    ...{ activityId, agree: true, seen: await seenBy(who, activityId), ...over },
  })

describe('a service that took place and was never opened, after its names may be entered no more', () => {
  let activityId = ''
  beforeAll(() => hire())
  beforeEach(() => world.emulator.clock.set(at('2026-12-31 09:00')))

  test('is opened as a 补录: who was there is entered, marked, and counts for nobody yet', async () => {
    world.emulator.clock.set(MOMENT)
    activityId = await publish('忘了太久的服务')
    world.emulator.clock.set(at('2026-12-31 09:00'))
    await open(activityId)
    expect(stored(activityId)?.late).toMatchObject({ asked: 'community1', confirmed: null })
    for (const memberId of ['m4', 'm5']) expect(await enter(activityId, memberId)).toMatch(/^ok/)
    expect(await served('m4')).toMatchObject({ done: 0, state: 'waiting' })
    expect(await listed(activityId)).toMatchObject({ state: 'closed', late: 'waiting', confirmed: 2 })
    const { pending, late } = await world.get(staff, 'service.board', { activityId })
    expect([pending, late]).toMatchObject([[], { state: 'waiting', by: '凤凰社区党委' }])
  })

  test('whoever entered it, another community, the members and the committee that is not asked cannot say the second word', async () => {
    for (const who of [staff, otherStaff, openIdOf('m1'), openIdOf('m4'), county]) {
      expect(await world.reason(who, 'activity.lateEntry', { activityId })).toBe('forbidden')
      const word = { activityId, agree: true, seen: 'x' }
      expect(await world.reason(who, 'activity.confirmLate', word)).toBe('forbidden')
      expect(await asksFor(who)).toEqual([])
    }
  })

  test('is asked of who else works for the community, with every name; marked names send it back and nothing counts', async () => {
    expect(await asksFor(colleague)).toEqual([activityId])
    const { groups, service } = await world.get(colleague, 'activity.lateEntry', { activityId })
    expect([groups[0]?.memberIds, service]).toEqual([['m4', 'm5'], true])
    const marks = { agree: false, memberIds: ['m5'] }
    expect(await say(colleague, activityId, marks)).toMatch(/^ok/)
    expect(await listed(activityId)).toMatchObject({ late: 'doubted' })
    const { late } = await world.get(staff, 'service.board', { activityId })
    expect(late?.marked).toEqual(
      [{ id: 'm5', name: '党员5' }].map(() => expect.objectContaining({ id: 'm5' })),
    )
    expect(await served('m4')).toMatchObject({ done: 0 })
  })

  test('once it is mended and a second person says yes it counts in its own month, marked, and is settled', async () => {
    await world.get(staff, 'checkin.strike', { activityId, memberId: 'm5', reason: '不在现场' })
    expect(await say(colleague, activityId)).toMatch(/^ok/)
    expect(await served('m4')).toMatchObject({ done: 1, state: 'done' })
    expect(await served('m5')).toMatchObject({ done: 0 })
    expect(await listed(activityId)).toBeUndefined()
    expect(await asksFor(colleague)).toEqual([])
    expect(await enter(activityId, 'm6')).toBe('entry_closed')
    const { records } = await world.get(openIdOf('m4'), 'progress.records', { year: 2026 })
    expect(records.find(({ title }) => title === '忘了太久的服务')).toMatchObject({ late: true })
  })

  test('nobody enters oneself, also who works there and stands on the register', async () => {
    world.emulator.clock.set(MOMENT)
    const other = await publish('工作人员也是党员')
    world.emulator.clock.set(at('2026-12-31 09:00'))
    const right = { organisationId: 'community1', role: 'community_staff', memberId: 'm7' }
    await world.get(county, 'grants.give', { ...right, from: '2026-12-31', nonce: newNonce() })
    await world.get(openIdOf('m7'), 'activity.setState', { activityId: other, to: 'open' })
    expect(await enter(other, 'm7', openIdOf('m7'))).toBe('backfill_needs_witness')
    expect(await enter(other, 'm8', openIdOf('m7'))).toMatch(/^ok/)
    expect(await world.reason(openIdOf('m7'), 'activity.lateEntry', { activityId: other })).toBe('forbidden')
    // Whoever entered names too is no second person; then the committee is asked.
    expect(await enter(other, 'm9', colleague)).toMatch(/^ok/)
    expect(await enter(other, 'm6', staff)).toMatch(/^ok/)
    expect(await say(colleague, other)).toBe('witness_is_self')
    expect(await asksFor(county)).toEqual([other])
    expect(await say(county, other)).toMatch(/^ok/)
  })
})

test('where one person alone works for a community the work committee is asked at once, and no longer than it is asked', async () => {
  const activityId = await publish('一个人的社区', otherStaff)
  await world.get(openIdOf('m4'), 'service.join', { activityId, join: true, nonce: newNonce() })
  world.emulator.clock.set(at('2026-12-31 09:00'))
  await open(activityId, otherStaff)
  expect(await enter(activityId, 'm4', otherStaff)).toMatch(/^ok/)
  expect(await asksFor(county)).toEqual([activityId])
  const { items } = await world.get(county, 'reminder.inbox')
  expect(items).toContainEqual(
    expect.objectContaining({
      id: `late_${activityId}`,
      text: expect.stringMatching(/^滨河社区党委补录/) as string,
    }),
  )
  expect(await say(county, activityId)).toMatch(/^ok/)
  expect(await world.reason(county, 'activity.confirmLate', { activityId, agree: false, seen: 'x' })).toBe(
    'request_gone',
  )
})

test('a service that took place and nobody’s name is known of is in the book as held once a second person says so, and counts for nobody', async () => {
  const activityId = await publish('只知道举行了', otherStaff)
  world.emulator.clock.set(at('2027-12-31 09:00'))
  await open(activityId, otherStaff)
  expect(await say(county, activityId)).toMatch(/^ok/)
  expect(stored(activityId)).toMatchObject({ state: 'open', late: { confirmed: {} } })
  expect(await listed(activityId, otherStaff)).toBeUndefined()
})

test('held by mistake, it is taken back as not held, and is asked of nobody', async () => {
  const activityId = await publish('其实没有举行', otherStaff)
  world.emulator.clock.set(at('2026-12-31 09:00'))
  await open(activityId, otherStaff)
  await world.get(otherStaff, 'activity.setState', { activityId, to: 'cancelled' })
  expect(await listed(activityId, otherStaff)).toBeUndefined()
  expect(await world.get(otherStaff, 'service.board', { activityId })).toMatchObject({ notHeld: true })
  expect(await asksFor(county)).toEqual([])
})

test('years of services entered afterwards and confirmed are not looked at', async () => {
  const activityId = await publish('这一次补录')
  world.emulator.clock.set(at('2026-12-31 09:00'))
  await open(activityId)
  const rows = Array.from({ length: 300 }, (_, index) => ({
    ...stored(activityId),
    _id: `later-${index}`,
    startsAt: at('2020-01-04 09:00') + index,
    nonce: `later-${index}`,
    late: { at: 1, by: 'outside', asked: 'county', confirmed: { at: 1, by: 'outside' } },
  }))
  world.emulator.database.insertMany('activities', rows)
  expect(await listed(activityId)).toBeDefined()
  const { calls } = world.lastInvocation()
  expect(calls.reduce((sum, { examined }) => sum + examined, 0)).toBeLessThan(80)
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
