import { at } from '@domain/testing/at'
import { pastPeriods } from './pastPeriods'

test('two years of months and three years, the running ones first, over the turn of the year too', () => {
  const periods = pastPeriods(at('2027-01-05 09:00'))
  expect(periods.slice(0, 2)).toEqual(['2027-01', '2026-12'])
  expect(periods.slice(23)).toEqual(['2025-02', '2027', '2026', '2025'])
})
