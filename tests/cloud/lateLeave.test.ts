import { leaveId } from '@domain/checkin/attendance'
import type { AbsenceReason } from '@domain/contract/words'
import { at } from '@domain/testing/at'
import { aFact, anActivity } from '@domain/testing/builders'
import { MOMENT, openIdOf } from './people'
import { aForm, checkIn, newNonce, officer, openMeeting, secretary, World } from './world'

/**
 * 请假 asked for once a meeting has begun is not simply 请假: it waits for whoever runs the meeting. m1 is the secretary, m2 the organisation officer, m8
 * keeps the record; n1 alone runs the second branch.
 */
const county = 'openid-county'
let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

const begun = at('2026-09-22 15:20')
const over = at('2026-09-22 17:00')
const toTheEnd = at('2026-09-23 09:00')

const expectedIds = ['m1', 'm3', 'm4', 'm5', 'm6']
/** A meeting under way, to which m3 has come. */
async function aMeeting(form: Parameters<typeof openMeeting>[2] = {}): Promise<string> {
  world.emulator.clock.set(MOMENT)
  const people = { chairId: 'm7', recorderId: 'm8', expectedIds }
  const { activityId, code } = await openMeeting(world, secretary, { ...people, ...form })
  await checkIn(world, 'm3', code())
  world.emulator.clock.set(begun)
  return activityId
}
const asking = (activityId: string, leave = true, reason: AbsenceReason = 'health') => ({
  ...{ activityId, leave, nonce: newNonce() },
  ...(leave && { reason }),
})
const ask = (memberId: string, activityId: string) =>
  world.get(openIdOf(memberId), 'activity.leave', asking(activityId))
const refusal = (memberId: string, activityId: string, leave = true) =>
  world.reason(openIdOf(memberId), 'activity.leave', asking(activityId, leave))
const answer = (by: string, activityId: string, memberId: string, agree: boolean) =>
  world.reason(by, 'checkin.witness', { factId: leaveId(activityId, memberId), agree })
const cardOf = async (memberId: string, activityId: string) =>
  (await world.get(openIdOf(memberId), 'activity.view', { activityId })).card
const personOf = async (activityId: string, memberId: string) =>
  (await world.get(secretary, 'activity.board', { activityId })).expected.find(
    (one) => one.memberId === memberId,
  )
const recordOf = (activityId: string, by = secretary) => world.get(by, 'activity.record', { activityId })
/** Whose 请假 from this meeting waits for this person's answer. */
const askedOf = async (by: string, activityId: string) =>
  (await world.get(by, 'identity.work')).witness
    .filter(({ leave, factId }) => leave === true && factId.startsWith(activityId))
    .map(({ factId }) => factId)
const close = async (activityId: string) => {
  world.emulator.clock.set(over)
  await world.get(secretary, 'activity.setState', { activityId, to: 'closed' })
}

test('asked for until the start it counts at once and nobody is asked', async () => {
  const activityId = await aMeeting()
  world.emulator.clock.set(aForm().startsAt - 1_000)
  expect(await ask('m4', activityId)).toEqual({ activityId, onLeave: true })
  world.emulator.clock.set(begun)
  expect(await personOf(activityId, 'm4')).toMatchObject({ onLeave: true })
  expect(await cardOf('m4', activityId)).toMatchObject({ mine: 'on_leave' })
  expect(await askedOf(secretary, activityId)).toEqual([])
})

test('asked for once it has begun it waits on the board, in the record, under 工作 and in 消息, and the member sees so', async () => {
  const activityId = await aMeeting()
  const factId = leaveId(activityId, 'm4')
  expect(await cardOf('m4', activityId)).toMatchObject({ mine: 'expected', leave: 'late' })
  expect(await ask('m4', activityId)).toEqual({ activityId, onLeave: true, waits: true })
  expect(await cardOf('m4', activityId)).toMatchObject({ mine: 'expected', leave: 'waits' })
  const person = await personOf(activityId, 'm4')
  expect(person).toMatchObject({ leaveAsked: factId })
  expect(person).not.toHaveProperty('onLeave')
  expect((await world.get(secretary, 'activity.board', { activityId })).totals).toMatchObject({ onLeave: 0 })
  await close(activityId)
  const { unsettled, absent } = await recordOf(activityId)
  expect(unsettled.find(({ memberId }) => memberId === 'm4')).toMatchObject({
    leave: { factId, reason: 'health' },
  })
  expect(absent).toEqual([])
  for (const by of [secretary, officer]) expect(await askedOf(by, activityId)).toEqual([factId])
  expect((await world.get(secretary, 'identity.work')).witness).toMatchObject([
    { name: '孙同志', title: '请假：9月主题党日', reason: '身体原因', leave: true },
  ])
  const { items } = await world.get(secretary, 'reminder.inbox')
  expect(items.find((item) => item.type === 'witness')).toMatchObject({ factId, leave: true })
})

test('a yes makes it 请假, and the member hears of it', async () => {
  const activityId = await aMeeting()
  await close(activityId)
  await ask('m4', activityId)
  await ask('m5', activityId)
  world.emulator.clock.set(over + 60_000)
  expect(await answer(secretary, activityId, 'm4', true)).toMatch(/^ok/)
  expect(await answer(secretary, activityId, 'm4', true)).toMatch(/^ok/)
  expect(await cardOf('m4', activityId)).toMatchObject({ mine: 'on_leave' })
  expect((await recordOf(activityId)).absent).toEqual([{ memberId: 'm4', name: '孙同志', reason: 'health' }])
  expect(await askedOf(secretary, activityId)).toEqual([leaveId(activityId, 'm5')])
  const { items } = await world.get(openIdOf('m4'), 'reminder.inbox')
  expect(items).toContainEqual({
    ...{ type: 'confirmed', title: '请假：9月主题党日', at: expect.any(Number) as number },
  })
  // Granted, it stands.
  expect(await refusal('m4', activityId, false)).toBe('ended')
})

test('a no leaves the reason to the secretary, is not asked again, and the member hears of it', async () => {
  const activityId = await aMeeting()
  await ask('m4', activityId)
  expect(await answer(secretary, activityId, 'm4', false)).toMatch(/^ok/)
  expect(await cardOf('m4', activityId)).toMatchObject({ mine: 'expected', leave: 'declined' })
  expect(await refusal('m4', activityId)).toBe('leave_settled')
  const { items } = await world.get(openIdOf('m4'), 'reminder.inbox')
  expect(items).toContainEqual(expect.objectContaining({ title: '这次没有算作请假', activityId }))
  await close(activityId)
  const open = (await recordOf(activityId)).unsettled.find(({ memberId }) => memberId === 'm4')
  expect(open).not.toHaveProperty('leave')
  const settled = { activityId, memberId: 'm4', reason: 'unstated' as const }
  await world.get(secretary, 'activity.settle', settled)
  expect((await recordOf(activityId)).absent).toMatchObject([{ memberId: 'm4', reason: 'unstated' }])
})

test('until it is answered nobody is settled past it, one by one or all at once, and there is no 成册', async () => {
  const activityId = await aMeeting()
  await close(activityId)
  await ask('m4', activityId)
  const memberIds = expectedIds.filter((id) => id !== 'm3')
  expect(
    await world.reason(secretary, 'activity.settle', { activityId, memberId: 'm4', reason: 'health' }),
  ).toBe('leave_waits')
  await world.get(secretary, 'activity.settleMany', { activityId, memberIds, reason: 'unstated' })
  expect((await recordOf(activityId)).unsettled.map(({ memberId }) => memberId)).toEqual(['m4'])
  expect(await world.reason(secretary, 'activity.confirmRecord', { activityId })).toBe('unsettled_members')
  await answer(secretary, activityId, 'm4', true)
  await world.get(secretary, 'activity.confirmRecord', { activityId })
  // Of what is recorded nobody asks any more, and whose absence is written down neither.
  expect(await refusal('m5', activityId)).toBe('ended')
  expect(await answer(officer, activityId, 'm4', false)).toBe('wrong_state')
})

test('whose absence the record says already asks no more; the page of the meeting offers it to nobody then', async () => {
  const activityId = await aMeeting()
  await close(activityId)
  expect(await cardOf('m5', activityId)).toMatchObject({ mine: 'not_registered', leave: 'late' })
  await world.get(secretary, 'activity.settle', { activityId, memberId: 'm5', reason: 'health' })
  expect(await refusal('m5', activityId)).toBe('leave_settled')
  expect(await cardOf('m5', activityId)).not.toHaveProperty('leave')
})

test('taken back while it waits, it waits for nobody, and may be asked for again', async () => {
  const activityId = await aMeeting()
  await close(activityId)
  await ask('m4', activityId)
  await world.get(openIdOf('m4'), 'activity.leave', asking(activityId, false))
  expect(await askedOf(secretary, activityId)).toEqual([])
  expect(await answer(secretary, activityId, 'm4', true)).toBe('request_gone')
  await ask('m4', activityId)
  expect(await askedOf(secretary, activityId)).toEqual([leaveId(activityId, 'm4')])
  // Taken back before the start and asked for after it, it waits as any other.
  const other = await aMeeting({ title: '另一场' })
  world.emulator.clock.set(MOMENT)
  await ask('m5', other)
  await world.get(openIdOf('m5'), 'activity.leave', asking(other, false))
  world.emulator.clock.set(begun)
  expect(await ask('m5', other)).toMatchObject({ waits: true })
  expect(await cardOf('m5', other)).toMatchObject({ leave: 'waits' })
})

test('who came after all is registered, whatever was asked', async () => {
  const activityId = await aMeeting()
  await ask('m4', activityId)
  const tick = { activityId, memberId: 'm4', way: 'roll_call', occurredAt: begun, nonce: newNonce() }
  await world.get(secretary, 'checkin.tick', tick)
  expect(await cardOf('m4', activityId)).toMatchObject({ mine: 'registered' })
  expect(await personOf(activityId, 'm4')).not.toHaveProperty('leaveAsked')
  await close(activityId)
  expect((await recordOf(activityId)).unsettled.map(({ memberId }) => memberId)).toEqual(['m1', 'm5', 'm6'])
})

test('oneself: the own one is answered by another who runs the meeting, never by oneself, and a plain member answers none', async () => {
  const activityId = await aMeeting()
  await ask('m1', activityId)
  await ask('m4', activityId)
  expect(await answer(secretary, activityId, 'm1', true)).toBe('forbidden')
  expect(await answer(secretary, activityId, 'm1', false)).toBe('forbidden')
  for (const by of ['m4', 'm5', 'm6', 'n1'])
    expect(await answer(openIdOf(by), activityId, 'm4', true)).toBe('forbidden')
  await close(activityId)
  const own = (await recordOf(activityId)).unsettled.find(({ memberId }) => memberId === 'm1')
  expect(own?.leave).toMatchObject({ asked: '农业农村局党支部' })
  const seen = (await recordOf(activityId, officer)).unsettled.find(({ memberId }) => memberId === 'm1')
  expect(seen?.leave).not.toHaveProperty('asked')
  expect(await askedOf(secretary, activityId)).toEqual([leaveId(activityId, 'm4')])
  // Whoever keeps the record runs the meeting.
  expect(await answer(openIdOf('m8'), activityId, 'm4', true)).toMatch(/^ok/)
  expect(await answer(officer, activityId, 'm1', true)).toMatch(/^ok/)
})

test('of who alone runs a branch the work committee is asked', async () => {
  world.emulator.clock.set(MOMENT)
  const runsBranch2 = openIdOf('n1')
  const form = { hostId: 'branch2', chairId: 'n1', recorderId: 'n1', expectedIds: ['n1', 'n2'] }
  const { activityId } = await openMeeting(world, runsBranch2, form)
  world.emulator.clock.set(begun)
  await world.get(runsBranch2, 'activity.leave', asking(activityId))
  expect(await askedOf(county, activityId)).toEqual([leaveId(activityId, 'n1')])
  expect(await answer(county, activityId, 'n1', true)).toMatch(/^ok/)
  expect(await cardOf('n1', activityId)).toMatchObject({ mine: 'on_leave' })
  // What a branch answers itself is not the committee's.
  await world.get(openIdOf('n2'), 'activity.leave', asking(activityId))
  expect(await answer(county, activityId, 'n2', true)).toBe('forbidden')
})

test('a meeting that was cancelled, or recorded while it was asked for, asks for no answer', async () => {
  const activityId = await aMeeting()
  await ask('m4', activityId)
  await world.get(secretary, 'activity.setState', { activityId, to: 'cancelled', reason: 'other' })
  expect(await askedOf(secretary, activityId)).not.toContain(leaveId(activityId, 'm4'))
  expect(await answer(secretary, activityId, 'm4', true)).toBe('activity_cancelled')
  const meeting = { activityId: 'stands', memberId: 'm4', branchId: 'branch1', hostId: 'branch1' }
  const leave = aFact({ ...meeting, _id: leaveId('stands', 'm4'), kind: 'leave' })
  const rows = { ...leave, confirmed: null, witnessId: 'branch1' }
  world.emulator.database.insertMany('activities', [{ ...anActivity({ _id: 'stands', state: 'recorded' }) }])
  world.emulator.database.insertMany('facts', [rows])
  expect(await askedOf(secretary, 'stands')).toEqual([])
})

test('months later it may still be asked for, while the record does not stand', async () => {
  const activityId = await aMeeting()
  await close(activityId)
  world.emulator.clock.set(toTheEnd + 100 * 86_400_000)
  expect(await ask('m6', activityId)).toMatchObject({ waits: true })
  expect(await askedOf(secretary, activityId)).toContain(leaveId(activityId, 'm6'))
})
