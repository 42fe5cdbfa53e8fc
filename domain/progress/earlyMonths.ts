import { periodOf, previousPeriod } from '../period/period'
import { entryClosesAt } from '../reminder/rounds'
import type { Period } from './progress'

/** The months looked at, newest first: the last ones that are over and can no longer be entered. */
export const earlyMonths = (now: number, count = 6): Period[] => {
  let month = previousPeriod(periodOf('month', now))
  while (now < entryClosesAt(month)) month = previousPeriod(month)
  const months = [month]
  while (months.length < count) months.push((month = previousPeriod(month)))
  return months
}
