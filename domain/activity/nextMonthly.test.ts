import { at } from '../testing/at'
import { nextMonthly, sinceMidnight } from './nextMonthly'

test.each([
  ['2026-08-22', '2026-09-01', '2026-09-26', 'the fourth Saturday again'],
  ['2026-08-22', '2026-09-25', '2026-09-26', 'tomorrow is soon enough'],
  ['2026-08-22', '2026-09-26', '2026-10-24', 'today is too late'],
  ['2026-08-22', '2026-08-22', '2026-09-26', 'never twice in one month'],
  ['2026-09-26', '2026-09-22', '2026-10-24', 'one is announced already: the month after it'],
  ['2026-08-29', '2026-09-01', '2026-09-26', 'a fifth Saturday where there is none: the last one'],
  ['2026-12-26', '2026-12-30', '2027-01-23', 'over the end of the year'],
  ['2026-02-01', '2026-02-10', '2026-03-01', 'the first Sunday of a month that begins with it'],
])('after %s, on %s: %s (%s)', (last, today, next) => {
  expect(nextMonthly(last, today)).toBe(next)
})

test('the hour is kept to the minute', () => {
  expect(sinceMidnight(at('2026-08-22 09:30'))).toBe(9.5 * 3_600_000)
})
