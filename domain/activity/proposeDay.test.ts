import { calendar } from '../testing/workYears'
import { freeDay, nextWeekday, usualDay } from './proposeDay'

test.each<[string[], string, string | null, string]>([
  [['2026-08-15', '2026-07-15'], '2026-09-01', '2026-09-15', 'the fifteenth'],
  [['2026-08-15', '2026-07-15'], '2026-09-15', '2026-09-15', 'that day itself'],
  [['2026-08-15', '2026-07-15'], '2026-09-16', '2026-10-15', 'over: the month after'],
  [['2026-12-15', '2026-11-15', '2026-10-15'], '2026-12-16', '2027-01-15', 'over the end of the year'],
  [['2026-08-31', '2026-07-31'], '2026-09-01', '2026-09-30', 'the last of a shorter month'],
  [['2026-08-28', '2026-07-24'], '2026-09-01', '2026-09-25', 'the fourth Friday'],
  [['2026-08-28', '2026-08-05', '2026-07-24'], '2026-09-01', '2026-09-25', 'of one month the newest'],
  [['2026-08-15'], '2026-09-01', null, 'one is no habit'],
  [['2026-08-15', '2026-07-14'], '2026-09-01', null, 'nothing in common'],
  [['2026-08-15', '2026-07-15', '2026-06-09'], '2026-09-01', null, 'the third says otherwise'],
  [[], '2026-09-01', null, 'never held'],
])('held on %j, from %s on the usual day is %s: %s', (held, from, day) => {
  expect(usualDay(held, from)).toBe(day)
})

test('the first such weekday is the day itself where it is one', () => {
  expect(nextWeekday(4, '2026-09-24')).toBe('2026-09-24')
  expect(nextWeekday(4, '2026-09-25')).toBe('2026-10-01')
})

describe('a free day', () => {
  const free = (from: string, taken: string[] = [], weekday?: number) =>
    freeDay(from, {
      calendar,
      isTaken: (day) => taken.includes(day),
      ...(weekday !== undefined && { weekday }),
    })
  test.each([
    ['2026-09-24', '2026-09-24', 'a workday'],
    ['2026-09-26', '2026-09-28', 'a Saturday is none'],
    ['2026-10-01', '2026-10-08', 'nor is a holiday of seven days'],
    ['2026-10-10', '2026-10-10', 'a Saturday worked in exchange is one'],
  ])('from %s is %s: %s', (from, day) => expect(free(from)).toBe(day))

  test('is a Saturday where people meet on Saturdays, and never a holiday', () => {
    expect(free('2026-09-19', [], 6)).toBe('2026-09-19')
    expect(free('2026-10-03', [], 6)).toBe('2026-10-08')
  })
  test('is none that is taken; where all are, the first', () => {
    expect(free('2026-09-23', ['2026-09-23', '2026-09-24'])).toBe('2026-09-28')
    expect(freeDay('2026-09-26', { calendar, isTaken: () => true })).toBe('2026-09-28')
  })
})
