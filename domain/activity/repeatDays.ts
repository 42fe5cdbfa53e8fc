import type { MovedReason } from '../contract/words'
import { addDays, clockOf, type Day, dayOf, startOfDay, weekdayOf } from '../time/day'
import { nextPeriod, type Period, periodOf } from '../time/period'
import type { WorkCalendar } from '../time/workCalendar'
import { isWorkday } from '../time/workdays'
import { freeDay } from './proposeDay'

/** What is proposed for a month: the day that would be right, the one that is free, and why it is another one. */
export interface Repeated {
  wanted: Day
  day: Day
  because?: MovedReason
}

interface Asked {
  /** On which it is held now. */
  day: Day
  /** How many months after it. */
  months: number
  calendar: WorkCalendar
  /** Whether something else wants the same people at that hour. */
  isTaken: (day: Day) => boolean
}

/** The last workday of the month before a day at which nothing stands in the way. */
const freeBefore = (wanted: Day, { from }: Period, { calendar, isTaken }: Asked): Day | undefined =>
  Array.from({ length: clockOf(startOfDay(wanted)).date - 1 }, (_, i) => addDays(wanted, -1 - i)).find(
    (day) => day >= from && isWorkday(day, calendar) && !isTaken(day),
  )

/**
 * The same date of each of the coming months (the last day where a month is shorter); where it is no workday or taken the next day that is free, and
 * at the end of a month the one before, so that each month keeps its own. What is held on weekends now may fall on one.
 * `repeatDays({ day: '2026-09-15', months: 2, … }) // [{ wanted: '2026-10-15', day: '2026-10-15' }, …]`
 */
export function repeatDays(asked: Asked): Repeated[] {
  const { day: now, months, calendar, isTaken } = asked
  const { date } = clockOf(startOfDay(now))
  const weekday = isWorkday(now, calendar) ? undefined : weekdayOf(now)
  const found: Repeated[] = []
  for (let month = nextPeriod(periodOf('month', startOfDay(now))); found.length < months;) {
    const { from, to } = month
    const same = addDays(from, date - 1)
    const wanted = same > to ? to : same
    const after = freeDay(wanted, { calendar, isTaken, ...(weekday !== undefined && { weekday }) })
    const day = after > to ? (freeBefore(wanted, month, asked) ?? after) : after
    const because = isTaken(wanted) ? ('clash' as const) : ('day_off' as const)
    found.push({ wanted, day, ...(day !== wanted && { because }) })
    month = nextPeriod(month)
  }
  return found
}

/** The instant at the same hour of another day. */
export const sameHour = (at: number, day: Day): number => startOfDay(day) + (at - startOfDay(dayOf(at)))
