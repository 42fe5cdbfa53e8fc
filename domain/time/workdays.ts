import { addDays, type Day, dayOf, endOfDay, weekdayOf } from './day'
import type { Period } from './period'
import type { WorkCalendar } from './workCalendar'

/** Monday to Friday unless a day off by the calendar, and the weekend days that are worked in exchange. */
export const isWorkday = (day: Day, { off, worked }: WorkCalendar): boolean => {
  if (worked.has(day)) return true
  if (off.has(day)) return false
  const weekday = weekdayOf(day)
  return weekday !== 0 && weekday !== 6
}

/** The end (exclusive, ms) of the first workday after the day of `at`: until then a paper list is entered without a second person. */
export const endOfNextWorkday = (at: number, calendar: WorkCalendar): number =>
  nthWorkdayEnd({ to: dayOf(at) }, 1, calendar)

/** The end (exclusive, ms) of the n-th workday after a period: what happened in it may be entered until the fifth. */
export const nthWorkdayEnd = (period: Pick<Period, 'to'>, n: number, calendar: WorkCalendar): number => {
  let day = period.to
  for (let seen = 0; seen < n;) {
    day = addDays(day, 1)
    if (isWorkday(day, calendar)) seen += 1
  }
  return endOfDay(day)
}
