import { at } from '@domain/testing/at'
import { MOMENT, openIdOf } from './people'
import { aRunningService, aService, otherStaff, staff, worldWithPlaces } from './places'
import { aForm, checkIn, newNonce, openMeeting, type World } from './world'

let world: World
beforeAll(async () => {
  world = await worldWithPlaces()
})
afterAll(() => world.stop())

const dutyOf = async (memberId: string) => {
  const { month } = await world.get(openIdOf(memberId), 'progress.home')
  return month.duties.find(({ dutyId }) => dutyId === 'community_service')
}
const facts = (query: object) => world.emulator.database.find('facts', query)

describe('publishing and enrolling', () => {
  test('照上月再发: same weekday, week and hour, the rest as it was; without one before, next Saturday', async () => {
    await aRunningService(world, { limit: 20 }, false)
    const { suggestion, last, residents } = await world.get(staff, 'service.prepare', {
      communityId: 'community1',
    })
    // The last one is of today, the fourth Tuesday.
    expect(last).toEqual({ title: '清洁家园', startsAt: aService().startsAt })
    expect(residents).toBe(66)
    const startsAt = at('2026-10-27 15:00')
    expect(suggestion).toEqual({ ...aService({ limit: 20 }), startsAt, endsAt: startsAt + 120 * 60_000 })
    const fresh = await world.get(otherStaff, 'service.prepare', { communityId: 'community2' })
    expect(fresh.last).toBeUndefined()
    expect(fresh.suggestion).toMatchObject({
      startsAt: at('2026-09-26 09:00'),
      place: '滨河社区党群服务中心',
      contact: '潘玉兰',
    })
  })

  test.each([
    ['ends before it starts', { endsAt: MOMENT }],
    ['lasts longer than a day', { endsAt: MOMENT + 2 * 86_400_000 }],
    ['is over', { startsAt: MOMENT - 7_200_000, endsAt: MOMENT - 1 }],
  ])('one that %s is refused and leaves nothing', async (_what, times) => {
    const before = world.documents()
    const request = { nonce: newNonce(), form: aService(times) }
    expect(await world.reason(staff, 'service.publish', request)).toBe('wrong_times')
    expect(world.documents()).toBe(before)
  })

  test('when the places are taken it is full, until someone takes it back; having a place one keeps it', async () => {
    const { activityId } = await aRunningService(world, { limit: 1 }, false)
    const join = (memberId: string, on = true) =>
      world.reason(openIdOf(memberId), 'service.join', { activityId, join: on, nonce: newNonce() })
    expect(await join('m4')).toMatch(/^ok/)
    expect(await join('m5')).toBe('service_full')
    expect(await join('m4')).toMatch(/^ok/)
    await join('m4', false)
    expect(await join('m5')).toMatch(/^ok/)
    expect(await join('m4')).toBe('service_full')
    await world.get(staff, 'activity.setState', { activityId, to: 'cancelled' })
    expect(await join('m4')).toBe('activity_cancelled')
  })

  test('七个一 and the places of the month are kept, repeated, and shown to the staff', async () => {
    const { activityId } = await aRunningService(
      world,
      { limit: 30, sevenOnes: ['policy', 'visit', 'policy'], startsAt: aService().startsAt + 60_000 },
      false,
    )
    expect((await world.get(staff, 'service.board', { activityId })).sevenOnes).toEqual(['policy', 'visit'])
    const services = world.emulator.database
      .find('activities', { branchId: 'community1', kind: 'community_service' })
      .filter(({ state }) => state !== 'cancelled' && state !== 'draft')
    const prepared = await world.get(staff, 'service.prepare', { communityId: 'community1' })
    expect(prepared.suggestion.sevenOnes).toEqual(['policy', 'visit'])
    expect(prepared.month?.services).toBe(services.length)
    expect(await world.get(otherStaff, 'service.prepare', { communityId: 'community2' })).toMatchObject({
      month: { services: 0, places: 0 },
    })
  })

  test('cancelled, what was registered does not count', async () => {
    const { activityId, code } = await aRunningService(world)
    await checkIn(world, 'm10', code())
    expect((await dutyOf('m10'))?.done).toBe(1)
    await world.get(staff, 'activity.setState', { activityId, to: 'cancelled' })
    expect((await dutyOf('m10'))?.done).toBe(0)
    expect(await world.reason(staff, 'service.confirm', { activityId, factIds: ['x'] })).toBe('wrong_state')
  })

  test('a poster of nothing and one of a recorded service are refused', async () => {
    const { activityId, posterCode } = await aRunningService(world)
    expect(await world.reason(openIdOf('m4'), 'checkin.open', { code: 'P1.0000000000000000' })).toBe(
      'code_foreign',
    )
    await world.get(staff, 'activity.setState', { activityId, to: 'closed' })
    await world.get(staff, 'activity.confirmRecord', { activityId, beforeEnd: true })
    expect(await world.reason(openIdOf('m4'), 'checkin.open', { code: posterCode })).toBe('ended')
  })

  test('a meeting is no service, and a service is not planned as a meeting', async () => {
    const meeting = await openMeeting(world)
    const join = { activityId: meeting.activityId, join: true, nonce: newNonce() }
    expect(await world.reason(openIdOf('m4'), 'service.join', join)).toBe('forbidden')
    const form = aForm({ kind: 'community_service', hostId: 'community1', carries: [], expectedIds: ['m4'] })
    const save = { nonce: newNonce(), form, publish: true }
    expect(await world.reason(staff, 'activity.save', save)).toBe('invalid_request')
  })
})

describe('changing what is announced', () => {
  const later = { startsAt: at('2026-09-26 09:00'), endsAt: at('2026-09-26 11:00') }
  const published = async (over: Parameters<typeof aService>[0] = {}) => {
    const form = aService({ ...later, limit: 20, ...over })
    const { activityId } = await world.get(staff, 'service.publish', { nonce: newNonce(), form })
    return { activityId, form }
  }
  const stored = (_id: string) => world.emulator.database.find('activities', { _id })[0]
  const news = async (memberId: string) =>
    (await world.get(openIdOf(memberId), 'reminder.inbox')).items.map((item) =>
      item.type === 'notice' ? item.text : '',
    )

  test('another hour and place: who means to come stays so and is told; the same once more changes nothing', async () => {
    const { activityId, form } = await published({ title: '改时间的服务' })
    await world.get(openIdOf('m4'), 'service.join', { activityId, join: true, nonce: newNonce() })
    const moved = { ...form, startsAt: at('2026-09-27 09:00'), endsAt: at('2026-09-27 11:00'), place: '广场' }
    const request = { activityId, form: moved }
    expect(await world.get(staff, 'service.change', request)).toEqual({ activityId, state: 'published' })
    const before = world.documents()
    await world.get(staff, 'service.change', request)
    expect(world.documents()).toBe(before)
    expect(stored(activityId)).toMatchObject({ place: '广场', changed: { startsAt: form.startsAt } })
    const prepare = { communityId: 'community1', activityId }
    expect((await world.get(staff, 'service.prepare', prepare)).current).toEqual({ form: moved, enrolled: 1 })
    expect((await news('m4')).join()).toMatch(/改时间的服务改到9月27日 9:00，广场/)
    expect((await news('m5')).join()).not.toMatch(/改时间的服务/)
  })

  test('what is taken out of the form is taken from the service: places, contact, tags', async () => {
    const { activityId, form } = await published({ sevenOnes: ['theme'], contact: '方晓云' })
    const { limit: _, contact: __, sevenOnes: ___, ...bare } = form
    await world.get(staff, 'service.change', { activityId, form: bare })
    const now = stored(activityId)
    expect([now?.limit, now?.contact, now?.sevenOnes, now?.posterId]).toEqual([
      undefined,
      undefined,
      undefined,
      expect.any(String),
    ])
  })

  test('the misuser: to another community, into the past, of another’s, a cancelled one, one that runs', async () => {
    const { activityId, form } = await published()
    const change = (over: object, who = staff, of = activityId) =>
      world.reason(who, 'service.change', { activityId: of, form: { ...form, ...over } })
    expect(await change({ communityId: 'community2' })).toBe('invalid_request')
    expect(await change({ startsAt: MOMENT - 86_400_000, endsAt: MOMENT - 80_000_000 })).toBe('wrong_times')
    expect(await change({}, otherStaff)).toBe('forbidden')
    expect(await change({}, openIdOf('m4'))).toBe('forbidden')
    await world.get(staff, 'activity.setState', { activityId, to: 'cancelled' })
    expect(await change({ place: '别处' })).toBe('wrong_state')
    const running = await aRunningService(world)
    expect(await change({ place: '别处' }, staff, running.activityId)).toBe('wrong_state')
    expect(await world.reason(otherStaff, 'service.prepare', { communityId: 'community2', activityId })).toBe(
      'forbidden',
    )
  })
})

test('因故不能参加 is said of a voluntary duty alone, whatever id is sent', async () => {
  const about = (dutyId: string) =>
    world.reason(openIdOf('m12'), 'reminder.excuse', {
      dutyId,
      periodKey: '2026-09',
      excused: true,
      nonce: newNonce(),
    })
  for (const dutyId of ['member_study', 'dues', 'general_meeting', 'none'])
    expect(await about(dutyId)).toBe('invalid_request')
})

test('因故不能参加 of a month closes its gap, also afterwards while it can be entered; taken back it is open again', async () => {
  const excuse = (periodKey: string, excused: boolean) =>
    world.reason(openIdOf('m11'), 'reminder.excuse', {
      dutyId: 'community_service',
      periodKey,
      excused,
      nonce: newNonce(),
    })
  expect(await excuse('2026-09', true)).toBe('unbound')
  const own = (periodKey: string, excused: boolean) =>
    world.reason(openIdOf('m12'), 'reminder.excuse', {
      dutyId: 'community_service',
      periodKey,
      excused,
      nonce: newNonce(),
    })
  expect(await own('2026-09', true)).toMatch(/^ok/)
  expect(await dutyOf('m12')).toMatchObject({ state: 'not_owed', notOwed: 'excused', missing: 0 })
  expect(await own('2026-09', false)).toMatch(/^ok/)
  expect((await dutyOf('m12'))?.state).not.toBe('not_owed')
  expect(await own('2026-09', true)).toMatch(/^ok/)
  expect(facts({ kind: 'excuse' })).toHaveLength(1)
  const { records } = await world.get(openIdOf('m12'), 'progress.records', { year: 2026 })
  expect(records).toMatchObject([{ kind: 'excuse', title: '社区服务', state: 'valid', countsTowards: [] }])
  expect(await own('2026-10', true)).toBe('invalid_request')
  expect(await own('2026-08', true)).toBe('entry_closed')
  world.emulator.clock.set(at('2026-10-13 23:59'))
  expect(await own('2026-09', false)).toMatch(/^ok/)
  world.emulator.clock.set(at('2026-10-14 00:00'))
  expect(await own('2026-09', true)).toBe('entry_closed')
  world.emulator.clock.set(MOMENT)
})
