import { entryClosesAt } from '../time/entryDeadline'
import { type Period, periodOf, previousPeriod } from '../time/period'
import type { WorkCalendar } from '../time/workCalendar'

/** The months looked at, newest first: the last ones that are over and can no longer be entered. */
export const earlyMonths = (now: number, calendar: WorkCalendar, count = 6): Period[] => {
  let month = previousPeriod(periodOf('month', now))
  while (now < entryClosesAt(month, calendar)) month = previousPeriod(month)
  const months = [month]
  while (months.length < count) months.push((month = previousPeriod(month)))
  return months
}
