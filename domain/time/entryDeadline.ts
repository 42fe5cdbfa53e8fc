import type { Day } from './day'
import { type Period, periodOf, previousPeriod } from './period'
import type { WorkCalendar } from './workCalendar'
import { nthWorkdayEnd } from './workdays'

/** What happened in a period may be entered until the end of this workday after it. */
export const ENTRY_WORKDAYS = 5

/** The first millisecond at which a period can no longer be entered without a second person. */
export const entryClosesAt = (period: Pick<Period, 'to'>, calendar: WorkCalendar): number =>
  nthWorkdayEnd(period, ENTRY_WORKDAYS, calendar)

/** Nothing of it can be entered any more: from then on a branch of it is shown above by name. */
export const isClosed = (
  period: Pick<Period, 'to'>,
  { now, calendar }: { now: number; calendar: WorkCalendar },
): boolean => now >= entryClosesAt(period, calendar)

/** The first day of which something may still be entered: of the last month until that closes, then of the running one. */
export const enterFrom = (now: number, calendar: WorkCalendar): Day => {
  const month = periodOf('month', now)
  const before = previousPeriod(month)
  return now < entryClosesAt(before, calendar) ? before.from : month.from
}
