import { at } from '../testing/at'
import { calendar } from '../testing/workYears'
import { periodByKey } from './period'
import { endOfNextWorkday, isWorkday, nthWorkdayEnd } from './workdays'

test.each([
  ['2026-09-22', true, 'a Tuesday'],
  ['2026-09-19', false, 'a Saturday'],
  ['2026-09-20', true, 'a Sunday worked before 国庆'],
  ['2026-09-25', false, '中秋'],
  ['2026-10-07', false, 'the last day of 国庆'],
  ['2026-10-08', true, 'the day after 国庆'],
  ['2026-10-10', true, 'a Saturday worked after 国庆'],
  ['2026-02-14', true, 'a Saturday worked before 春节'],
  ['2026-02-15', false, 'the first day of 春节'],
  ['2026-02-23', false, 'the last day of 春节'],
  ['2026-02-24', true, 'the day after 春节'],
])('%s is a workday: %p (%s)', (day, worked) => {
  expect(isWorkday(day, calendar)).toBe(worked)
})

test.each([
  ['2026-09-22 15:00', '2026-09-24 00:00'],
  ['2026-09-18 15:00', '2026-09-21 00:00'],
  ['2026-09-24 23:59:59.999', '2026-09-29 00:00'],
  ['2026-09-30 09:00', '2026-10-09 00:00'],
])('a meeting that ends at %s may be entered from paper until %s (exclusive)', (end, until) => {
  expect(endOfNextWorkday(at(end), calendar)).toBe(at(until))
})

test('what happened in September 2026 may be entered until the fifth workday after 国庆', () => {
  // 8, 9, 10 (worked Saturday), 12, 13 October.
  expect(nthWorkdayEnd(periodByKey('2026-09'), 5, calendar)).toBe(at('2026-10-14 00:00'))
})

test('what happened in the fourth quarter may be entered until the fifth workday of January', () => {
  // No notice for 2027 yet, but 元旦 is off by statute: 4, 5, 6, 7, 8 January.
  expect(nthWorkdayEnd(periodByKey('2026-Q4'), 5, calendar)).toBe(at('2027-01-09 00:00'))
})
