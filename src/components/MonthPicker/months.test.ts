import { monthChoice, monthOf, monthsUpTo } from './months'

test('twelve months, newest first, across the turn of the year', () => {
  const months = monthsUpTo('2026-02')
  expect(months).toHaveLength(12)
  expect(months.slice(0, 3)).toEqual(['2026-02', '2026-01', '2025-12'])
})

test('a month begins at 00:00 in Shanghai', () => {
  expect(monthOf(Date.parse('2026-08-31T23:59:59.999+08:00'))).toBe('2026-08')
  expect(monthOf(Date.parse('2026-09-01T00:00:00+08:00'))).toBe('2026-09')
})

test('the year is said only when it is another one', () => {
  const at = Date.parse('2026-02-10T10:00:00+08:00')
  expect(monthChoice('2026-01', at)).toBe('1月')
  expect(monthChoice('2025-12', at)).toBe('2025年12月')
})
