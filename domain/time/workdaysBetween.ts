import { addDays, type Day } from './day'
import type { WorkCalendar } from './workCalendar'
import { isWorkday } from './workdays'

/** Workdays after a day up to another one (inclusive); 0 when that is the same or an earlier day. `workdaysBetween('2026-09-22', '2026-09-24', calendar) // 2` */
export const workdaysBetween = (from: Day, to: Day, calendar: WorkCalendar): number => {
  let workdays = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isWorkday(day, calendar)) workdays += 1
  return workdays
}
