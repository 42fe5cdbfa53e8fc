import { letterQuarters, servedText } from './letterQuarters'

test('four quarters, across the year, newest first', () => {
  expect(letterQuarters(Date.parse('2027-01-05T09:00:00+08:00'))).toEqual([
    { key: '2027-Q1', label: '第一季度' },
    { key: '2026-Q4', label: '2026年第四季度' },
    { key: '2026-Q3', label: '2026年第三季度' },
    { key: '2026-Q2', label: '2026年第二季度' },
  ])
})

test('what there is none of is not said', () => {
  expect(servedText({ times: 12, deeds: 2 })).toBe('服务 12 人次，实事 2 件')
  expect(servedText({ times: 0, deeds: 1 })).toBe('实事 1 件')
})
