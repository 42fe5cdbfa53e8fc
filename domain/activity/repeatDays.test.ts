import { calendar } from '../testing/workYears'
import { repeatDays, sameHour } from './repeatDays'

const days = (day: string, months: number, isTaken: (day: string) => boolean = () => false) =>
  repeatDays({ day, months, calendar, isTaken })

test('the same date of the coming months, each once', () => {
  // 15 November 2026 is a Sunday.
  expect(days('2026-09-15', 3)).toEqual([
    { wanted: '2026-10-15', day: '2026-10-15' },
    { wanted: '2026-11-15', day: '2026-11-16', because: 'day_off' },
    { wanted: '2026-12-15', day: '2026-12-15' },
  ])
})

test('a holiday moves it to the first workday after, and what stands in the way to the next free one', () => {
  expect(days('2026-09-02', 1)).toEqual([{ wanted: '2026-10-02', day: '2026-10-08', because: 'day_off' }])
  const taken = (day: string) => day === '2026-10-15' || day === '2026-10-16'
  expect(days('2026-09-15', 1, taken)).toEqual([
    { wanted: '2026-10-15', day: '2026-10-19', because: 'clash' },
  ])
})

test('at the end of a month it stays in it: 31 January is the last free day of February', () => {
  expect(days('2026-12-31', 2).map(({ wanted }) => wanted)).toEqual(['2027-01-31', '2027-02-28'])
  // Both are Sundays.
  expect(days('2026-12-31', 2).map(({ day }) => day)).toEqual(['2027-01-29', '2027-02-26'])
})

test('what is held on a Saturday may fall on one', () => {
  expect(days('2026-09-19', 2).map(({ day }) => day)).toEqual(['2026-10-19', '2026-11-19'])
  expect(days('2026-08-15', 1)).toEqual([{ wanted: '2026-09-15', day: '2026-09-15' }])
  expect(days('2026-10-24', 7).at(-1)).toEqual({ wanted: '2027-05-24', day: '2027-05-24' })
})

test('the hour stays', () => {
  const at = Date.parse('2026-09-15T15:30:00+08:00')
  expect(sameHour(at, '2026-10-15')).toBe(Date.parse('2026-10-15T15:30:00+08:00'))
})
