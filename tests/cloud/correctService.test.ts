import { at } from '@domain/testing/at'
import { openIdOf } from './people'
import { aRunningService, staff, worldWithPlaces } from './places'
import { checkIn, newNonce, type World } from './world'

let world: World
let activityId = ''
let code: () => string
beforeEach(async () => {
  world = await worldWithPlaces()
  ;({ activityId, code } = await aRunningService(world))
  await checkIn(world, 'm5', code())
  await world.get(staff, 'checkin.strike', { activityId, memberId: 'm5', reason: '不在现场' })
  await world.get(staff, 'activity.setState', { activityId, to: 'closed' })
})
afterEach(() => world.stop())

const asking = (nonce = newNonce()) => ({ activityId, reason: '没扫上码', nonce })
const recordOf = async (memberId: string) =>
  (await world.get(openIdOf(memberId), 'service.missed')).services.map(({ id, record }) => [id, record])
const dutyOf = async (memberId: string) =>
  (await world.get(openIdOf(memberId), 'progress.home')).month.duties.find(
    ({ dutyId }) => dutyId === 'community_service',
  )
const pending = async () => (await world.get(staff, 'service.board', { activityId })).pending
const factOf = (memberId: string) =>
  world.emulator.database.find('facts', { _id: `${activityId}_${memberId}` })[0]

test('whoever was there and is not on record asks the community, once; it counts with its yes', async () => {
  expect(await recordOf('m4')).toEqual([[activityId, 'none']])
  const request = asking()
  const asked = { activityId, waitsFor: '凤凰社区党委' }
  expect(await world.get(openIdOf('m4'), 'service.correct', request)).toEqual(asked)
  expect(await world.get(openIdOf('m4'), 'service.correct', request)).toEqual(asked)
  expect(await world.reason(openIdOf('m4'), 'service.correct', asking())).toBe('already_registered')
  expect(await recordOf('m4')).toEqual([[activityId, 'waiting']])
  expect(await dutyOf('m4')).toMatchObject({ done: 0, waiting: 1 })
  expect(await pending()).toMatchObject([{ memberId: 'm4', way: 'backfill', asks: '没扫上码' }])
  const work = await world.get(staff, 'identity.work')
  expect(work.communities[0]?.services).toMatchObject([{ id: activityId, pending: 1 }])
  const factIds = [`${activityId}_m4`]
  expect((await world.get(staff, 'service.confirm', { activityId, factIds })).confirmed).toBe(1)
  expect(await dutyOf('m4')).toMatchObject({ done: 1 })
  expect(await recordOf('m4')).toEqual([])
  expect((await world.get(openIdOf('m4'), 'reminder.inbox')).items).toMatchObject([{ type: 'confirmed' }])
  expect(world.emulator.database.find('audit', { what: 'backfill' })).toMatchObject([
    { by: 'm4', memberId: 'm4', placeId: 'community1' },
  ])
})

test('what the community struck out it looks at once more; what it strikes out again stays so', async () => {
  expect(await recordOf('m5')).toEqual([[activityId, 'struck']])
  const inbox = async () => (await world.get(openIdOf('m5'), 'reminder.inbox')).items
  expect(await inbox()).toMatchObject([{ text: '人到了？在“社区服务”里请社区更正' }])
  const request = asking()
  await world.get(openIdOf('m5'), 'service.correct', request)
  expect(await dutyOf('m5')).toMatchObject({ done: 0, waiting: 1 })
  // How it was entered first stays, and nothing of it counts by the member's word.
  expect(factOf('m5')).toMatchObject({ way: 'scan', annulled: null, confirmed: null })
  expect(await pending()).toMatchObject([{ memberId: 'm5', way: 'scan', asks: '没扫上码' }])
  await world.get(staff, 'checkin.strike', { activityId, memberId: 'm5', reason: '不在现场' })
  expect(await recordOf('m5')).toEqual([[activityId, 'answered']])
  for (const again of [request, asking()])
    expect(await world.reason(openIdOf('m5'), 'service.correct', again)).toBe('correction_answered')
  expect(await inbox()).toMatchObject([{ text: '社区看过了您的更正申请，有疑问请当面问问社区' }])
  // Said by mistake, it waits again for the community, and for nobody else.
  await world.get(staff, 'checkin.restore', { activityId, memberId: 'm5', reason: '点错了' })
  expect(await recordOf('m5')).toEqual([[activityId, 'waiting']])
})

test('not before it is over, not after the month has closed, not where one is no resident, and not by the staff', async () => {
  const running = await aRunningService(world)
  const early = { ...asking(), activityId: running.activityId }
  expect(await world.reason(openIdOf('m4'), 'service.correct', early)).toBe('wrong_state')
  await world.get(openIdOf('m4'), 'community.leave', { kind: 'unit' })
  world.emulator.clock.set(at('2026-09-25 09:00'))
  const next = await aRunningService(world, {
    startsAt: at('2026-09-25 09:30'),
    endsAt: at('2026-09-25 10:30'),
  })
  await world.get(staff, 'activity.setState', { activityId: next.activityId, to: 'closed' })
  const elsewhere = { ...asking(), activityId: next.activityId }
  expect(await world.reason(openIdOf('m4'), 'service.correct', elsewhere)).toBe('invalid_request')
  expect(await world.reason(staff, 'service.correct', asking())).toBe('forbidden')
  world.emulator.clock.set(at('2026-10-20 09:00'))
  expect(await world.reason(openIdOf('m5'), 'service.correct', asking())).toBe('entry_closed')
  expect(await recordOf('m5')).toEqual([])
  expect(world.emulator.database.count('facts', { askedAt: { $exists: true } })).toBe(0)
})

test('a service that was cancelled is nobody’s', async () => {
  await world.get(staff, 'activity.setState', { activityId, to: 'cancelled' })
  expect(await world.reason(openIdOf('m4'), 'service.correct', asking())).toBe('activity_cancelled')
  expect(await recordOf('m4')).toEqual([])
})
