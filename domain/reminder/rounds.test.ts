import { at } from '../testing/at'
import { calendar } from '../testing/workYears'
import { entryClosesAt } from '../time/entryDeadline'
import { isQuiet, isTellingTime, nextTellingAt, roundsAt } from './rounds'

const roundNames = (now: number) =>
  roundsAt(now, calendar).map(
    ({ month, overdue, last }) => `${month.key}${overdue ? ' overdue' : ''}${last ? ' last' : ''}`,
  )

test.each([
  ['2026-09-23 23:59:59.999', []],
  ['2026-09-24 00:00', ['2026-09']],
  ['2026-09-28 23:59:59.999', ['2026-09']],
  ['2026-09-29 00:00', ['2026-09 last']],
  ['2026-09-30 23:59:59.999', ['2026-09 last']],
  ['2026-10-01 00:00', ['2026-09 overdue']],
])('September is told of from the 24th, once more from the 29th, then as overdue: %s', (now, expected) => {
  expect(roundNames(at(now))).toEqual(expected)
})

test.each([
  // The 25th of October and of July are Sundays and Saturdays.
  ['2026-10-22 10:00', []],
  ['2026-10-23 10:00', ['2026-10']],
  ['2026-02-13 10:00', []],
  // 22 February lies in the holidays of 春节; the workday before is a Saturday worked in exchange.
  ['2026-02-14 10:00', ['2026-02']],
  ['2026-05-28 10:00', ['2026-05']],
  // The 30th is a Saturday.
  ['2026-05-29 10:00', ['2026-05 last']],
])('a T−7 or T−2 without work is moved to the workday before: %s', (now, expected) => {
  expect(roundNames(at(now))).toEqual(expected)
})

test.each([
  ['2026-09-24 08:00', true],
  ['2026-09-24 07:59:59.999', false],
  ['2026-09-24 21:00', false],
  ['2026-09-26 10:00', false],
  ['2026-10-01 10:00', false],
  ['2026-10-10 10:00', true],
])('gaps are told by day and on workdays alone: %s', (now, expected) => {
  expect(isTellingTime(at(now), calendar)).toBe(expected)
})

test.each([
  ['2026-10-09 10:00', ['2026-09', '2026-Q3']],
  ['2026-11-02 10:00', ['2026-10', '2026']],
  ['2026-12-01 10:00', ['2026-11', '2026']],
  ['2027-01-04 10:00', ['2026-12', '2026-Q4', '2026-H2', '2026']],
])('the year is told 60 and 30 days ahead, with what is said of the month before: %s', (now, expected) => {
  expect(roundsAt(at(now), calendar)[0]?.periods.map(({ key }) => key)).toEqual(expected)
})

test('overdue ends with the fifth workday after the month, holidays not counted', () => {
  const closes = entryClosesAt({ to: '2026-09-30' }, calendar)
  expect(closes).toBeGreaterThan(at('2026-10-08 00:00'))
  expect(roundNames(closes - 1)).toEqual(['2026-09 overdue'])
  expect(roundNames(closes)).toEqual([])
})

test('in December the year ends with the month: one round, both periods and the quarter and half', () => {
  expect(roundsAt(at('2026-12-28 10:00'), calendar)[0]?.periods.map(({ key }) => key)).toEqual([
    '2026-12',
    '2026-Q4',
    '2026-H2',
    '2026',
  ])
  expect(roundsAt(at('2026-11-28 10:00'), calendar)[0]?.periods.map(({ key }) => key)).toEqual(['2026-11'])
})

test.each([
  ['2026-09-24 10:05', '2026-09-24 10:05'],
  ['2026-09-24 10:05:00.001', '2026-09-24 11:05'],
  ['2026-09-23 20:06', '2026-09-24 08:05'],
  // 中秋 is a Friday, with a weekend after it; 国庆 lasts until the 7th.
  ['2026-09-24 20:06', '2026-09-28 08:05'],
  ['2026-09-30 22:00', '2026-10-08 08:05'],
])('what is said at %s goes out with the next run by day and on a workday: %s', (now, expected) => {
  expect(nextTellingAt(at(now), calendar)).toBe(at(expected))
})

test.each([
  ['2026-09-25 07:59:59.999', true],
  ['2026-09-25 08:00', false],
  ['2026-09-25 20:59:59.999', false],
  ['2026-09-25 21:00', true],
])('night is from 21:00 to 8:00: %s', (now, expected) => {
  expect(isQuiet(at(now))).toBe(expected)
})
