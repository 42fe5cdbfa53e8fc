import { at } from '../testing/at'
import { calendar } from '../testing/workYears'
import { entryClosesAt } from '../time/entryDeadline'
import { isQuiet, roundsAt } from './rounds'

const roundNames = (now: number) =>
  roundsAt(now, calendar).map(({ month, overdue }) => `${month.key}${overdue ? ' overdue' : ''}`)

test.each([
  ['2026-09-23 23:59:59.999', []],
  ['2026-09-24 00:00', ['2026-09']],
  ['2026-09-30 23:59:59.999', ['2026-09']],
  ['2026-10-01 00:00', ['2026-09 overdue']],
])('September is told of from the 24th to its last day, then as overdue: %s', (now, expected) => {
  expect(roundNames(at(now))).toEqual(expected)
})

test('overdue ends with the fifth workday after the month, holidays not counted', () => {
  const closes = entryClosesAt({ to: '2026-09-30' }, calendar)
  expect(closes).toBeGreaterThan(at('2026-10-08 00:00'))
  expect(roundNames(closes - 1)).toEqual(['2026-09 overdue'])
  expect(roundNames(closes)).toEqual([])
})

test('in December the year ends with the month: one round, both periods and the quarter and half', () => {
  expect(roundsAt(at('2026-12-28 10:00'), calendar)[0]?.periods.map(({ key }) => key)).toEqual([
    '2026-12',
    '2026-Q4',
    '2026-H2',
    '2026',
  ])
  expect(roundsAt(at('2026-11-28 10:00'), calendar)[0]?.periods.map(({ key }) => key)).toEqual(['2026-11'])
})

test.each([
  ['2026-09-25 07:59:59.999', true],
  ['2026-09-25 08:00', false],
  ['2026-09-25 20:59:59.999', false],
  ['2026-09-25 21:00', true],
])('night is from 21:00 to 8:00: %s', (now, expected) => {
  expect(isQuiet(at(now))).toBe(expected)
})
