import { addDays, type Day, startOfDay, weekdayOf } from '../time/day'
import { nextPeriod, type Period, periodOf } from '../time/period'
import type { WorkCalendar } from '../time/workCalendar'
import { isWorkday } from '../time/workdays'
import { nthWeekday, weekOfMonth } from './nextMonthly'

/** How many months in a row make a day the usual one. */
const MONTHS = 3
/** How far a free day is looked for after the one that would be right. */
const LOOK_DAYS = 35

const monthOf = (day: Day): Period => periodOf('month', startOfDay(day))
const dateOf = (day: Day): number => Number(day.slice(8))

/** The day of a month by what the past ones have in common, the date before the weekday; null: nothing. */
function ruleOf(days: readonly Day[]): ((month: Period) => Day) | null {
  const [last] = days
  if (last === undefined || days.length < 2) return null
  if (days.every((day) => dateOf(day) === dateOf(last)))
    return ({ from, to }) => {
      const day = addDays(from, dateOf(last) - 1)
      return day > to ? to : day
    }
  const nth = weekOfMonth(last)
  return days.every((day) => weekdayOf(day) === weekdayOf(last) && weekOfMonth(day) === nth)
    ? (month) => nthWeekday(month, weekdayOf(last), nth)
    : null
}

/**
 * The first day from `from` on that is the usual one by the last three (at least two) months: each month on the same date, or on the same
 * weekday of the same week. `held`: days on which it was held, newest first; of a month the newest counts. null: no such habit.
 * `usualDay(['2026-08-15', '2026-07-15'], '2026-09-01') // '2026-09-15'`
 */
export function usualDay(held: readonly Day[], from: Day): Day | null {
  const ofMonths = held.filter((day, i) => day.slice(0, 7) !== held[i - 1]?.slice(0, 7)).slice(0, MONTHS)
  const rule = ruleOf(ofMonths)
  if (!rule) return null
  const day = rule(monthOf(from))
  return day >= from ? day : rule(nextPeriod(monthOf(from)))
}

/** The first such weekday from a day on. */
export const nextWeekday = (weekday: number, from: Day): Day =>
  addDays(from, (weekday - weekdayOf(from) + 7) % 7)

/**
 * The first workday from `from` on at which nothing stands in the way; `from` itself may be a weekend where people meet on that weekday, never
 * a holiday. Where all of the next five weeks are taken it is the first that suits: whoever plans is told what it clashes with.
 */
export function freeDay(
  from: Day,
  {
    calendar,
    weekday,
    isTaken,
  }: { calendar: WorkCalendar; weekday?: number; isTaken: (day: Day) => boolean },
): Day {
  const meets = (day: Day) => day === from && weekdayOf(day) === weekday && !calendar.off.has(day)
  const days = Array.from({ length: LOOK_DAYS }, (_, i) => addDays(from, i)).filter(
    (day) => isWorkday(day, calendar) || meets(day),
  )
  return days.find((day) => !isTaken(day)) ?? days[0] ?? from
}
