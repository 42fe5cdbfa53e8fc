import { at } from '../testing/at'
import { anActivity } from '../testing/builders'
import { calendar } from '../testing/workYears'
import { judgeInstant } from './judgeInstant'
import type { Claim } from './judgeInstant'

/** 15:00 to 17:00 on Tuesday 22 September. */
const activity = anActivity({ startsAt: at('2026-09-22 15:00') })
const service = { ...activity, kind: 'community_service' as const }
const judge = (claim: Claim, now: string) => {
  const timing = judgeInstant(claim, at(now), calendar)
  return timing.ok ? (timing.late ? 'late' : 'in_time') : timing.reason
}
const registration = (when: string, of = activity): Claim => ({
  of: 'registration',
  at: at(when),
  activity: of,
})
const plan = (from: string, to: string, kind = activity.kind): Claim => ({
  of: 'plan',
  startsAt: at(from),
  endsAt: at(to),
  kind,
})

test.each([
  ['2026-09-22 13:59', '2026-09-22 15:00', 'too_early'],
  ['2026-09-22 15:02', '2026-09-22 15:00', 'too_early'],
  ['2026-09-22 15:01', '2026-09-22 15:00', 'in_time'],
  ['2026-09-22 15:00', '2026-09-23 23:59', 'in_time'],
  ['2026-09-22 15:00', '2026-09-24 00:00', 'late'],
  ['2026-09-22 20:00:00.001', '2026-09-23 09:00', 'late'],
])('a registration of %s that arrives %s is %s', (when, now, verdict) => {
  expect(judge(registration(when), now)).toBe(verdict)
})

test('at a service it is in time until the fifth workday of the next month', () => {
  expect(judge(registration('2026-09-22 15:00', service), '2026-10-13 23:59')).toBe('in_time')
  expect(judge(registration('2026-09-22 15:00', service), '2026-10-14 00:00')).toBe('late')
})

test.each([
  ['2026-09-22 10:00', '2026-09-23 10:00', 'in_time'],
  ['2026-09-22 10:00', '2026-09-23 10:00:00.001', 'late'],
  ['2026-09-22 10:00', '2026-10-13 23:59', 'late'],
  ['2026-09-22 10:00', '2026-10-14 00:00', 'entry_closed'],
  ['2026-12-31 23:59', '2027-01-01 10:00', 'in_time'],
])('a visit of %s that arrives %s is %s', (when, now, verdict) => {
  expect(judge({ of: 'visit', at: at(when) }, now)).toBe(verdict)
})

test('a phone that runs ahead does not make a visit later than now', () => {
  expect(judgeInstant({ of: 'visit', at: at('2026-09-23 10:00') }, at('2026-09-22 10:00'), calendar)).toEqual(
    {
      ok: true,
      at: at('2026-09-22 10:00'),
      late: false,
    },
  )
})

test('a visit that is only remembered is always late, until its month is closed', () => {
  expect(judge({ of: 'remembered', at: at('2026-09-22 10:00') }, '2026-09-22 10:00')).toBe('late')
  expect(judge({ of: 'remembered', at: at('2026-09-22 10:00') }, '2026-10-14 00:00')).toBe('entry_closed')
})

test.each([
  ['2026-09-22 08:00', '2026-09-22 09:00', 'in_time'],
  ['2026-09-21 23:59', '2026-09-22 09:00', 'late'],
  ['2025-01-01 09:00', '2025-01-01 10:00', 'late'],
  ['2024-12-31 23:00', '2024-12-31 23:30', 'wrong_times'],
  ['2027-09-23 10:00', '2027-09-23 11:00', 'in_time'],
  ['2027-09-23 10:00:00.001', '2027-09-23 11:00', 'wrong_times'],
  ['2026-09-25 10:00', '2026-09-26 10:00', 'in_time'],
  ['2026-09-25 10:00', '2026-09-26 10:00:00.001', 'wrong_times'],
  ['2026-09-25 10:00', '2026-09-25 10:00', 'wrong_times'],
])('a plan from %s to %s, made on 22 September, is %s', (from, to, verdict) => {
  expect(judge(plan(from, to), '2026-09-22 10:00')).toBe(verdict)
})

test('a training may last three days, and no longer', () => {
  expect(judge(plan('2026-09-25 09:00', '2026-09-28 09:00', 'study'), '2026-09-22 10:00')).toBe('in_time')
  expect(judge(plan('2026-09-25 09:00', '2026-09-28 09:00:00.001', 'study'), '2026-09-22 10:00')).toBe(
    'wrong_times',
  )
})

test.each([
  ['2026-09-22', '2026-09-22 00:00', 'in_time'],
  ['2026-09-23', '2026-09-22 23:59', 'too_early'],
  // The fifth workday of October after the holiday is the 13th.
  ['2026-09-01', '2026-10-13 23:59', 'in_time'],
  ['2026-09-30', '2026-10-14 00:00', 'entry_closed'],
  ['2026-12-31', '2027-01-05 09:00', 'in_time'],
])('a talk of %s that is entered %s is %s', (on, now, verdict) => {
  expect(judge({ of: 'talk', on }, now)).toBe(verdict)
})

test('a talk of a day before was at its noon, one of this morning is not later than now', () => {
  const atOf = (on: string) => {
    const timing = judgeInstant({ of: 'talk', on }, at('2026-09-22 09:00'), calendar)
    return timing.ok && timing.at
  }
  expect(atOf('2026-09-21')).toBe(at('2026-09-21 12:00'))
  expect(atOf('2026-09-22')).toBe(at('2026-09-22 09:00'))
})
