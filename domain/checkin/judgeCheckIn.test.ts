import type { ActivityState, Way } from '../contract/words'
import { at } from '../testing/at'
import { aFact, aMember, anActivity } from '../testing/builders'
import { calendar } from '../testing/workYears'
import { judgeCheckIn, type Situation } from './judgeCheckIn'

const member = aMember()
/** 15:00 to 17:00 on Tuesday 22 September; doors from 14:00, closed by itself at 20:00, paper until the end of the 23rd. */
const activity = (state: ActivityState, over = {}) =>
  anActivity({ state, startsAt: at('2026-09-22 15:00'), ...over })
const judge = (over: Partial<Situation>, now = '2026-09-22 14:52') =>
  judgeCheckIn({ activity: activity('open'), member, way: 'scan', ...over }, at(now), calendar)
const refused = (reason: string, detail?: object) =>
  detail ? { ok: false, reason, detail } : expect.objectContaining({ ok: false, reason })

test('a listed member who scans while the doors are open is registered', () => {
  expect(judge({ code: 'ok' })).toEqual({ ok: true, guest: false })
})

test('someone who is not on the list becomes a guest; at a community service nobody is one', () => {
  const guest = { member: { _id: 'm99' } }
  expect(judge(guest)).toEqual({ ok: true, guest: true })
  expect(judge({ ...guest, activity: activity('open', { kind: 'community_service' }) })).toMatchObject({
    guest: false,
  })
  expect(judge({ member: null })).toEqual({ ok: true, guest: false })
})

test("at a unit's 中心组学习 whoever is not in the 中心组 is a guest as anywhere", () => {
  const study = { kind: 'unit_theory_study', hostId: 'unit1', hostType: 'unit', branchId: 'unit1' }
  expect(judge({ activity: activity('open', study) })).toEqual({ ok: true, guest: false })
  expect(judge({ activity: activity('open', study), member: { _id: 'm99' } })).toEqual({
    ok: true,
    guest: true,
  })
})

test('before the organiser opens it is too early, with the hour while that lies ahead', () => {
  const published = { activity: activity('published') }
  expect(judge(published, '2026-09-22 13:59:59.999')).toEqual(
    refused('too_early', { at: at('2026-09-22 14:00') }),
  )
  expect(judge(published, '2026-09-22 14:00')).toEqual(refused('too_early', {}))
})

test('a scan ends when the activity is closed, and by itself three hours after its end', () => {
  const closed = { activity: activity('closed', { closedAt: at('2026-09-22 16:40') }) }
  expect(judge(closed, '2026-09-22 16:41')).toEqual(refused('ended', { at: at('2026-09-22 16:40') }))
  expect(judge({}, '2026-09-22 19:59:59.999').ok).toBe(true)
  expect(judge({}, '2026-09-22 20:00')).toEqual(refused('ended', { at: at('2026-09-22 20:00') }))
  expect(judge({ activity: activity('recorded') })).toEqual(refused('ended'))
})

test('a scan is taken where the doors were opened again the same evening, and not weeks later', () => {
  const again = (reopenedAt: number) => ({ activity: activity('open', { reopenedAt }) })
  const evening = again(at('2026-09-22 20:30'))
  expect(judge({ ...evening, code: 'ok' }, '2026-09-22 20:40')).toMatchObject({ ok: true })
  const weeks = again(at('2026-11-05 09:00'))
  expect(judge({ ...weeks, code: 'ok' }, '2026-11-05 09:10')).toMatchObject({ reason: 'ended' })
})

test('an activity that was opened again does not show the instant of its first closing', () => {
  const again = { activity: activity('open', { closedAt: at('2026-09-22 16:40') }) }
  expect(judge(again, '2026-09-22 20:00')).toEqual(refused('ended', { at: at('2026-09-22 20:00') }))
})

test('a forged code says nothing else, not even to someone registered', () => {
  expect(judge({ code: 'forged', existing: aFact(), activity: activity('cancelled') })).toEqual({
    ok: false,
    reason: 'code_forged',
  })
  expect(judge({ code: 'early' })).toEqual(refused('code_forged'))
})

test('someone registered learns so with the first time, though the code is old or the doors are closed', () => {
  const existing = aFact({ occurredAt: at('2026-09-22 14:50'), way: 'roll_call' })
  const already = refused('already_registered', { firstAt: at('2026-09-22 14:50'), way: 'roll_call' })
  expect(judge({ existing, code: 'expired' })).toEqual(already)
  expect(judge({ existing, activity: activity('closed') })).toEqual(already)
})

test('an old code is refused while the doors are open, and gives way to the closed door', () => {
  expect(judge({ code: 'expired' })).toEqual(refused('code_expired'))
  expect(judge({ code: 'expired', activity: activity('closed') })).toEqual(refused('ended'))
})

test('no way of entering revives a strike', () => {
  const annulled = { at: 1, by: 'm2', reason: '认错人' }
  for (const way of ['scan', 'member_code', 'roll_call', 'paper', 'backfill'] as Way[])
    expect(judge({ existing: aFact({ annulled }), way })).toEqual(refused('struck_out'))
})

test('a cancelled activity registers nobody in any way', () => {
  for (const way of ['scan', 'roll_call', 'backfill'] as Way[])
    expect(judge({ activity: activity('cancelled'), way })).toEqual(
      refused('activity_cancelled', { title: '9月主题党日' }),
    )
})

test.each<[Way, ActivityState, boolean]>([
  ['roll_call', 'draft', false],
  ['roll_call', 'published', false],
  ['roll_call', 'open', true],
  ['roll_call', 'closed', true],
  ['roll_call', 'recorded', false],
  ['member_code', 'closed', true],
  ['paper', 'closed', true],
  ['paper', 'recorded', false],
  ['backfill', 'published', false],
  ['backfill', 'closed', true],
  ['backfill', 'recorded', true],
])('%s at a %s activity: %p', (way, state, allowed) => {
  const judgement = judge({ way, activity: activity(state) }, '2026-09-22 15:10')
  expect(judgement.ok).toBe(allowed)
  if (!allowed) expect(judgement).toEqual(refused('wrong_state'))
})

test('a tick that arrives late counts for when it was made, from an hour before the start to three after the end', () => {
  const tick = (occurredAt: string) =>
    judge({ way: 'roll_call', activity: activity('closed'), occurredAt: at(occurredAt) }, '2026-09-23 09:00')
  expect(tick('2026-09-22 13:59:59.999')).toEqual(refused('too_early', { at: at('2026-09-22 14:00') }))
  expect(tick('2026-09-22 14:00').ok).toBe(true)
  expect(tick('2026-09-22 20:00').ok).toBe(true)
  expect(tick('2026-09-22 20:00:00.001')).toEqual(refused('backfill_needs_witness'))
})

test('a tick from a phone more than a minute ahead is too early', () => {
  const tick = (occurredAt: string) =>
    judge({ way: 'roll_call', occurredAt: at(occurredAt) }, '2026-09-22 15:00')
  expect(tick('2026-09-22 15:01').ok).toBe(true)
  expect(tick('2026-09-22 15:01:00.001')).toEqual(refused('too_early', { at: at('2026-09-22 15:01:00.001') }))
})

test('a service’s list is entered until the end of the fifth workday of the next month', () => {
  const service = { ...activity('closed'), kind: 'community_service' as const }
  const paper = (now: string) =>
    judge({ way: 'paper', activity: service, occurredAt: at('2026-09-22 15:00') }, now)
  expect(paper('2026-09-24 00:00')).toEqual({ ok: true, guest: false })
  // The first to the seventh of October are days off, the tenth is worked.
  expect(paper('2026-10-13 23:59:59.999').ok).toBe(true)
  expect(paper('2026-10-14 00:00')).toEqual(refused('entry_closed'))
})

test('a poster needs open doors as a scan does, and makes no guest of anyone at a service', () => {
  const service = (state: ActivityState) => ({
    ...activity(state),
    kind: 'community_service' as const,
    expected: [],
  })
  const poster = (state: ActivityState, now: string) =>
    judge({ way: 'poster', activity: service(state) }, now)
  expect(poster('open', '2026-09-22 15:00')).toEqual({ ok: true, guest: false })
  expect(poster('published', '2026-09-22 15:00').ok).toBe(false)
  expect(poster('open', '2026-09-22 20:00').ok).toBe(false)
})

test.each<Way>(['roll_call', 'member_code', 'paper'])(
  'whatever the way, %s too: a meeting is entered until the end of the next workday, later only with a second person',
  (way) => {
    const enter = (now: string) =>
      judge({ way, activity: activity('closed'), occurredAt: at('2026-09-22 15:00') }, now)
    expect(enter('2026-09-23 23:59:59.999').ok).toBe(true)
    expect(enter('2026-09-24 00:00')).toEqual(refused('backfill_needs_witness'))
  },
)

test('a 补录 is entered as long as it waits for its second person as a whole, and not afterwards', () => {
  const late = { at: 1, by: 'm1' }
  const enter = (confirmed: { at: number; by: string } | null) =>
    judge(
      {
        way: 'roll_call',
        activity: activity('closed', { late: { ...late, confirmed } }),
        occurredAt: at('2026-09-22 15:00'),
      },
      '2026-10-30 09:00',
    )
  expect(enter(null).ok).toBe(true)
  expect(enter({ at: 2, by: 'm2' })).toEqual(refused('backfill_needs_witness'))
})

test('an entry that waits does not stand in the way of the organiser’s own code; one that counts does', () => {
  const waiting = aFact({ way: 'poster', confirmed: null })
  for (const way of ['scan', 'member_code'] as Way[])
    expect(judge({ existing: waiting, way })).toEqual({ ok: true, guest: false, confirms: true })
  for (const way of ['poster', 'roll_call', 'paper', 'backfill'] as Way[])
    expect(judge({ existing: waiting, way, activity: activity('open') })).toEqual(
      refused('already_registered', expect.any(Object)),
    )
  expect(judge({ existing: aFact({ way: 'poster', confirmed: { at: 1, by: 'c' } }) }).ok).toBe(false)
})
