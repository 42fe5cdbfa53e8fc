import { calendar } from '../testing/workYears'
import { workdaysBetween } from './workdaysBetween'

test.each([
  ['the next day of a week', '2026-09-22', '2026-09-23', 1],
  ['the same day', '2026-09-22', '2026-09-22', 0],
  ['an earlier day', '2026-09-22', '2026-09-01', 0],
  ['over a weekend', '2026-09-11', '2026-09-14', 1],
])('%s', (_name, from, to, workdays) => {
  expect(workdaysBetween(from, to, calendar)).toBe(workdays)
})
