import { at } from '../testing/at'
import {
  formatClock,
  formatDay,
  formatDayTime,
  formatWeekday,
  periodLabel,
  quarterLabel,
  shortPeriodLabel,
} from './format'
import { periodByKey } from './period'

test('days and times read as in the county, without leading zeros of day and hour', () => {
  expect(formatDay('2026-09-02')).toBe('9月2日')
  expect(formatDay(at('2026-09-30 23:59:59.999'))).toBe('9月30日')
  expect(formatDayTime(at('2026-09-22 14:52'))).toBe('9月22日 14:52')
  expect(formatClock(at('2026-09-22 09:05'))).toBe('9:05')
  expect(formatClock(at('2026-09-22 00:00'))).toBe('0:00')
  expect(formatWeekday('2026-09-22')).toBe('周二')
  expect(formatWeekday(at('2026-09-20 00:00'))).toBe('周日')
})

test.each([
  ['2026-09', '9月', '9月'],
  ['2026-Q3', '第三季度(7–9月)', '第三季度'],
  ['2026-Q4', '第四季度(10–12月)', '第四季度'],
  ['2026-H1', '2026年上半年', '上半年'],
  ['2026-H2', '2026年下半年', '下半年'],
  ['2026', '2026年', '2026年'],
])('%s is called %s, and %s before a number', (key, label, short) => {
  expect(periodLabel(periodByKey(key))).toBe(label)
  expect(shortPeriodLabel(periodByKey(key))).toBe(short)
})

test.each([
  [1, '第一季度'],
  [3, '第一季度'],
  [4, '第二季度'],
  [12, '第四季度'],
])('month %i lies in %s', (month, label) => expect(quarterLabel(month)).toBe(label))
