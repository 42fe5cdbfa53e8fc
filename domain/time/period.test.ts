import fc from 'fast-check'
import { at } from '../testing/at'
import { addDays, endOfDay, startOfDay } from './day'
import {
  contains,
  daysIn,
  daysLeft,
  nextPeriod,
  periodByKey,
  type PeriodKind,
  periodOf,
  previousPeriod,
} from './period'

test.each<[PeriodKind, string, string]>([
  ['month', '2026-09-30 23:59:59.999', '2026-09'],
  ['month', '2026-10-01 00:00', '2026-10'],
  ['month', '2026-02-28 23:59:59.999', '2026-02'],
  ['month', '2026-03-01 00:00', '2026-03'],
  ['month', '2028-02-29 23:59:59.999', '2028-02'],
  ['quarter', '2026-09-30 23:59:59.999', '2026-Q3'],
  ['quarter', '2026-10-01 00:00', '2026-Q4'],
  ['quarter', '2026-03-31 23:59:59.999', '2026-Q1'],
  ['half', '2026-06-30 23:59:59.999', '2026-H1'],
  ['half', '2026-07-01 00:00', '2026-H2'],
  ['year', '2026-12-31 23:59:59.999', '2026'],
  ['year', '2027-01-01 00:00', '2027'],
])('the %s of %s is %s', (kind, instant, key) => {
  expect(periodOf(kind, at(instant)).key).toBe(key)
})

test.each([
  ['2026-09', '2026-09-01', '2026-09-30', 30],
  ['2026-02', '2026-02-01', '2026-02-28', 28],
  ['2028-02', '2028-02-01', '2028-02-29', 29],
  ['2026-12', '2026-12-01', '2026-12-31', 31],
  ['2026-Q1', '2026-01-01', '2026-03-31', 90],
  ['2028-Q1', '2028-01-01', '2028-03-31', 91],
  ['2026-Q4', '2026-10-01', '2026-12-31', 92],
  ['2026-H1', '2026-01-01', '2026-06-30', 181],
  ['2026-H2', '2026-07-01', '2026-12-31', 184],
  ['2028', '2028-01-01', '2028-12-31', 366],
])('%s runs from %s to %s, %i days', (key, from, to, days) => {
  const period = periodByKey(key)
  expect(period).toMatchObject({ key, from, to })
  expect(daysIn(period)).toBe(days)
})

test.each(['2026-13', '2026-00', '2026-Q5', '2026-H3', '26-01', '2026-9', ''])(
  'the key %p is a bug, not a period',
  (key) => expect(() => periodByKey(key)).toThrow('period key'),
)

test.each([
  ['2026-01', '2025-12'],
  ['2026-Q1', '2025-Q4'],
  ['2026-H1', '2025-H2'],
  ['2026', '2025'],
  ['2026-10', '2026-09'],
])('before %s comes %s', (key, before) => {
  expect(previousPeriod(periodByKey(key)).key).toBe(before)
  expect(nextPeriod(periodByKey(before)).key).toBe(key)
})

test('a period holds both of its days to the last millisecond', () => {
  const september = periodByKey('2026-09')
  expect(contains(september, '2026-08-31')).toBe(false)
  expect(contains(september, '2026-09-01')).toBe(true)
  expect(contains(september, '2026-09-30')).toBe(true)
  expect(contains(september, at('2026-09-30 23:59:59.999'))).toBe(true)
  expect(contains(september, at('2026-10-01 00:00'))).toBe(false)
})

test.each([
  ['2026-09-22 10:00', 9],
  ['2026-09-30 00:00', 1],
  ['2026-09-30 23:59:59.999', 1],
  ['2026-10-01 00:00', 0],
  ['2026-10-22 10:00', 0],
  ['2026-09-01 00:00', 30],
  ['2026-08-31 23:59:59.999', 30],
])('at %s September has %i days left, today counted', (instant, left) => {
  expect(daysLeft(periodByKey('2026-09'), at(instant))).toBe(left)
})

test('every instant lies in its period, and periods of a kind leave no gap', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<PeriodKind>('month', 'quarter', 'half', 'year'),
      fc.integer({ min: at('2020-01-01 00:00'), max: at('2040-01-01 00:00') }),
      (kind, instant) => {
        const period = periodOf(kind, instant)
        expect(startOfDay(period.from) <= instant && instant < endOfDay(period.to)).toBe(true)
        expect(periodByKey(period.key)).toEqual(period)
        expect(addDays(period.to, 1)).toBe(nextPeriod(period).from)
        expect(previousPeriod(nextPeriod(period))).toEqual(period)
      },
    ),
  )
})
