import { contractVersion } from '@domain/contract/answer'
import { at } from '@domain/testing/at'
import { aFact, anActivity } from '@domain/testing/builders'
import { openIdOf } from './people'
import { aRunningService, contact, otherStaff, staff, worldWithPlaces } from './places'
import { checkIn, newNonce, secretary, type World } from './world'

let world: World
beforeEach(async () => {
  world = await worldWithPlaces()
})
afterEach(() => world.stop())

const communityId = 'community1'
const put = (collection: string, rows: object[]) =>
  world.emulator.database.insertMany(collection, rows as Record<string, unknown>[])
const past = (periodKey: string) => world.get(staff, 'community.past', { communityId, periodKey })

test('a month and its year hold what took place, with how many are confirmed and the 实事, and nobody’s name', async () => {
  expect(await past('2026-09')).toMatchObject({ services: [], times: 0, deeds: 0 })
  const { activityId, code, posterCode } = await aRunningService(world, { title: '清洁家园' })
  for (const memberId of ['m4', 'm5', 'm6']) await checkIn(world, memberId, code())
  await checkIn(world, 'm7', posterCode)
  await world.get(staff, 'checkin.strike', { activityId, memberId: 'm6', reason: '不在现场' })
  // While it runs it is not past.
  expect((await past('2026-09')).services).toEqual([])
  await world.get(staff, 'activity.setState', { activityId, to: 'closed' })
  const other = await aRunningService(world, { title: '没人来的一次' }, false)
  for (const to of ['open', 'closed'])
    await world.get(staff, 'activity.setState', { activityId: other.activityId, to })
  const off = await aRunningService(world, { title: '取消的一次' }, false)
  await world.get(staff, 'activity.setState', { activityId: off.activityId, to: 'cancelled' })
  const { deed } = await world.get(openIdOf('m4'), 'deed.claim', {
    ...{ title: '修路灯', beneficiary: 'community', nonce: newNonce() },
  })
  await world.get(openIdOf('m4'), 'deed.move', { deedId: deed.id, to: 'finished' })
  await world.get(staff, 'deed.confirm', { placeId: communityId, deedIds: [deed.id] })

  const september = await past('2026-09')
  expect(september).toMatchObject({ times: 2, deeds: 1 })
  expect(september.services.map(({ title, confirmed }) => [title, confirmed]).sort()).toEqual([
    ['没人来的一次', 0],
    ['清洁家园', 2],
  ])
  expect(JSON.stringify(september)).not.toContain('m4')
  world.emulator.clock.set(at('2026-10-09 09:00'))
  await world.get(staff, 'service.confirm', { activityId, factIds: [`${activityId}_m7`] })
  expect(await past('2026-09')).toMatchObject({ times: 3 })
  expect(await past('2026')).toMatchObject({ times: 3, deeds: 1 })
  expect(await past('2026-10')).toMatchObject({ services: [], times: 0, deeds: 0 })
})

test('on 5 January the December before and its year are there; what has not begun is refused', async () => {
  world.emulator.clock.set(at('2027-01-05 09:00'))
  const day = at('2026-12-31 15:00')
  put('activities', [
    anActivity({
      ...{ _id: 'last', kind: 'community_service', hostId: communityId, hostType: 'community' },
      ...{ branchId: communityId, title: '年末清扫', startsAt: day, endsAt: day + 3_600_000 },
      ...{ state: 'open', openedAt: day },
    }),
  ])
  expect((await past('2026-12')).services).toMatchObject([{ title: '年末清扫', confirmed: 0 }])
  expect((await past('2026')).services).toHaveLength(1)
  expect((await past('2027')).services).toEqual([])
  for (const periodKey of ['2027-02', '2028'])
    expect(await world.reason(staff, 'community.past', { communityId, periodKey })).toBe('invalid_request')
})

test('a community of 300: a year of its weeks is five calls and few bytes, and nobody else’s to read', async () => {
  const weeks = Array.from({ length: 37 }, (_, i) => at('2026-01-03 09:00') + i * 7 * 86_400_000)
  const services = weeks.map((startsAt, i) =>
    anActivity({
      ...{ _id: `week${i}`, kind: 'community_service', hostId: communityId, hostType: 'community' },
      ...{ branchId: communityId, startsAt, endsAt: startsAt + 7_200_000, state: 'closed', expected: [] },
    }),
  )
  const facts = services.flatMap(({ _id, startsAt }) =>
    Array.from({ length: 60 }, (_, n) =>
      aFact({
        ...{ _id: `${_id}_x${n}`, memberId: `x${n}`, activityId: _id, hostId: communityId },
        ...{
          activityKind: 'community_service',
          occurredAt: startsAt,
          confirmed: { at: startsAt, by: 'outside' },
        },
      }),
    ),
  )
  put('activities', services)
  put('facts', facts)
  const answer = await past('2026')
  expect(answer).toMatchObject({ times: 37 * 60, deeds: 0 })
  expect(answer.services).toHaveLength(37)
  expect(JSON.stringify(answer).length).toBeLessThan(10_000)
  const { calls } = world.lastInvocation()
  expect(calls.length).toBeLessThanOrEqual(5)
  for (const who of [otherStaff, contact, secretary, openIdOf('m4'), 'openid-county'])
    expect(await world.reason(who, 'community.past', { communityId, periodKey: '2026' })).toBe('forbidden')
})

test('who means to come stands on the board in the order in which they said so, until it is over', async () => {
  const { activityId } = await aRunningService(world, {}, false)
  const join = (who: string, yes = true) =>
    world.get(openIdOf(who), 'service.join', { activityId, join: yes, nonce: newNonce() })
  for (const who of ['m5', 'm4', 'm6']) {
    await join(who)
    world.emulator.clock.advance(1000)
  }
  await join('m6', false)
  const board = () => world.get(staff, 'service.board', { activityId })
  expect((await board()).enrolments.map(({ memberId }) => memberId)).toEqual(['m5', 'm4'])
  expect((await board()).enrolments[0]).toMatchObject({ branchName: '农业农村局党支部' })
  for (const to of ['open', 'closed']) await world.get(staff, 'activity.setState', { activityId, to })
  expect(await board()).toMatchObject({ enrolments: [], totals: { enrolled: 2 } })
})

test('a year of twice as many as any community has fits a phone: the newest stand there, the numbers hold all', async () => {
  const many = Array.from({ length: 700 }, (_, i) => {
    const startsAt = at('2026-01-02 09:00') + Math.floor(i / 3) * 86_400_000 + (i % 3) * 7_200_000
    return anActivity({
      ...{ _id: `many${i}`.padStart(32, '0'), nonce: `many${i}`, kind: 'community_service' },
      ...{ hostId: communityId, hostType: 'community', branchId: communityId, state: 'recorded' },
      ...{ title: '清洁家园、走访慰问和集中宣传活动'.repeat(2), place: '凤凰社区党群服务中心一楼大厅' },
      ...{ startsAt, endsAt: startsAt + 3_600_000 },
    })
  })
  put('activities', many)
  const data = { communityId, periodKey: '2026' }
  const { text } = await world.post(staff, { action: 'community.past', contractVersion, data })
  expect(Buffer.byteLength(text)).toBeLessThan(100_000)
  const { services, more } = await past('2026')
  expect([services.length + more, more > 0]).toEqual([700, true])
  expect(services[0]?.startsAt).toBe(Math.max(...many.map(({ startsAt }) => startsAt)))
})
