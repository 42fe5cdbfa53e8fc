import { at } from '../testing/at'
import { addDays, addMonths, clockOf, dayOf, daysBetween, endOfDay, startOfDay, weekdayOf } from './day'

test.each([
  ['2026-09-30 23:59:59.999', '2026-09-30'],
  ['2026-10-01 00:00', '2026-10-01'],
  ['2026-12-31 23:59:59.999', '2026-12-31'],
  ['2027-01-01 00:00', '2027-01-01'],
  ['2028-02-28 23:59:59.999', '2028-02-28'],
  ['2028-02-29 00:00', '2028-02-29'],
])('%s in Shanghai is of the day %s', (instant, day) => {
  expect(dayOf(at(instant))).toBe(day)
})

test('a day begins at 00:00 +08:00 and ends before the first millisecond of the next', () => {
  expect(startOfDay('2026-09-22')).toBe(at('2026-09-22 00:00'))
  expect(endOfDay('2026-09-22')).toBe(at('2026-09-23 00:00'))
  expect(dayOf(endOfDay('2026-09-22') - 1)).toBe('2026-09-22')
})

test('a day is 24 hours long where other zones change their clocks', () => {
  for (const day of ['2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01'])
    expect(endOfDay(day) - startOfDay(day)).toBe(86_400_000)
})

test.each([
  ['2026-02-28', 1, '2026-03-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2028-02-29', 1, '2028-03-01'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-01-01', -1, '2025-12-31'],
])('%s and %i days is %s', (day, days, expected) => {
  expect(addDays(day, days)).toBe(expected)
  expect(daysBetween(day, expected)).toBe(days)
})

test('the clock shows what a wall in Shanghai shows', () => {
  expect(clockOf(at('2026-09-22 00:05'))).toEqual({
    year: 2026,
    month: 9,
    date: 22,
    hour: 0,
    minute: 5,
    weekday: 2,
  })
  expect(clockOf(at('2026-12-31 23:59:59.999'))).toMatchObject({ year: 2026, month: 12, date: 31, hour: 23 })
})

test('a Sunday is 0', () => expect(weekdayOf('2026-09-20')).toBe(0))

test('months on, a date stays, or is the last of a shorter month', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
  expect(addMonths('2026-09-22', 12)).toBe('2027-09-22')
})
