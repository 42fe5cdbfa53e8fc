import { addDays, clockOf, type Day, dayOf, startOfDay, weekdayOf } from '../time/day'
import { nextPeriod, type Period, periodOf } from '../time/period'

/** The n-th such weekday of a month, the last one where it has fewer. */
export const nthWeekday = ({ from, to }: Period, weekday: number, nth: number): Day => {
  const first = addDays(from, (weekday - weekdayOf(from) + 7) % 7)
  const day = addDays(first, 7 * (nth - 1))
  return day > to ? addDays(day, -7) : day
}

/** Which of its weekdays in the month a day is, from 1 on: `weekOfMonth('2026-08-22') // 4`, the fourth Saturday. */
export const weekOfMonth = (day: Day): number => Math.ceil(clockOf(startOfDay(day)).date / 7)

/**
 * The day on which something held monthly comes next, after `today`: same weekday, same week of the month.
 * `nextMonthly('2026-08-22', '2026-09-01') // '2026-09-26'`, both the fourth Saturday.
 */
export const nextMonthly = (last: Day, today: Day): Day => {
  const nth = weekOfMonth(last)
  const after = last > today ? last : today
  let month = periodOf('month', startOfDay(after))
  for (;;) {
    const day = nthWeekday(month, weekdayOf(last), nth)
    if (day > after && day.slice(0, 7) !== last.slice(0, 7)) return day
    month = nextPeriod(month)
  }
}

/** Milliseconds after midnight of an instant, so that the hour can be kept on another day. */
export const sinceMidnight = (at: number): number => at - startOfDay(dayOf(at))
