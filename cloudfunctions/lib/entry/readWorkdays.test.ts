import { year2026, year2027 } from '@domain/testing/workYears'
import { addDays } from '@domain/time/day'
import { workCalendarOf } from '@domain/time/workCalendar'
import { isWorkday } from '@domain/time/workdays'
import { defaultYear } from './readWorkdays'

const workdaysIn = (year: number, calendar: ReturnType<typeof workCalendarOf>): string[] => {
  const days: string[] = []
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1))
    if (isWorkday(day, calendar)) days.push(day)
  return days
}

test.each([
  ['2026, by the notice', year2026],
  ['2027, whose notice is not out: by statute', year2027],
])('the workdays of %s are those copied by hand', (_name, byHand) => {
  const year = defaultYear(byHand.year)
  expect(year.state).toBe(byHand.state)
  expect(workdaysIn(year.year, workCalendarOf([year]))).toEqual(
    workdaysIn(year.year, workCalendarOf([byHand])),
  )
})

test('a year without a notice is marked, and knows the thirteen statutory days wherever the moon puts them', () => {
  const { state, off, worked } = defaultYear(2028)
  expect({ state, worked }).toEqual({ state: 'provisional', worked: [] })
  expect(off).toEqual([
    '2028-01-01',
    '2028-01-25',
    '2028-01-26',
    '2028-01-27',
    '2028-01-28',
    '2028-04-04',
    '2028-05-01',
    '2028-05-02',
    '2028-05-28',
    '2028-10-03',
    '2028-10-01',
    '2028-10-02',
    '2028-10-03',
  ])
})
