import { PRESSING_DAYS } from '../time/isPressing'
import { addDays, clockOf, type Day, dayOf, startOfDay } from '../time/day'
import { entryClosesAt } from '../time/entryDeadline'
import { type Period, periodKinds, periodOf, previousPeriod } from '../time/period'
import type { WorkCalendar } from '../time/workCalendar'
import { isWorkday } from '../time/workdays'

/** What is still missing when so many days are left, today counted, is told once more: of September from the 29th. */
const LAST_DAYS = 2
/** Months in whose first days a year's gaps are told as well: these are its T−60 and T−30. */
const YEAR_AHEAD = ['-11', '-12']
/** 21:00 (inclusive) to 8:00 (exclusive), Shanghai: nothing is sent. */
const QUIET_FROM = 21
const QUIET_UNTIL = 8

export const isQuiet = (now: number): boolean => {
  const { hour } = clockOf(now)
  return hour >= QUIET_FROM || hour < QUIET_UNTIL
}

/** Whether gaps and what waits may be told at an instant: by day and on a workday. What is told of a meeting goes on any day. */
export const isTellingTime = (now: number, calendar: WorkCalendar): boolean =>
  !isQuiet(now) && isWorkday(dayOf(now), calendar)

/** One of the occasions on which a member may be told of a month's gaps. */
export interface Round {
  month: Period
  /** After the month's end, while it can still be entered (T+1). */
  overdue: boolean
  /** Before its end for the second time (T−2). */
  last: boolean
  /** The month and whatever longer period ends with it: their gaps go into the same message; so do a year's, told ahead. */
  periods: Period[]
}

const endingWith = (month: Period): Period[] =>
  periodKinds.map((kind) => periodOf(kind, startOfDay(month.to))).filter(({ to }) => to === month.to)

/** The day itself, or the workday before it. */
const workdayBy = (day: Day, calendar: WorkCalendar): Day =>
  isWorkday(day, calendar) ? day : workdayBy(addDays(day, -1), calendar)

/** The day (inclusive) from which gaps of a period are told with so many days left of it, today counted: a workday, or the one before. */
const toldFrom = ({ to }: Period, days: number, calendar: WorkCalendar): Day =>
  workdayBy(addDays(to, 1 - days), calendar)

/** The timer runs at five past every hour (cloudfunctions/remind/config.json). */
const HOUR = 3_600_000
const PAST_THE_HOUR = 5 * 60_000

/** The first run of the timer from an instant on (ms, inclusive) that may tell gaps: `nextTellingAt(friday2030, calendar) // monday 8:05` */
export function nextTellingAt(now: number, calendar: WorkCalendar): number {
  let run = Math.ceil((now - PAST_THE_HOUR) / HOUR) * HOUR + PAST_THE_HOUR
  while (!isTellingTime(run, calendar)) run += HOUR
  return run
}

/** What is told once a month is over; a year that ends soon is told with it, so that nobody is told twice in these days. */
function afterwards(month: Period, now: number): Round {
  const isAhead = YEAR_AHEAD.some((ending) => periodOf('month', now).key.endsWith(ending))
  const periods = [...endingWith(month), ...(isAhead ? [periodOf('year', now)] : [])]
  return { month, overdue: true, last: false, periods }
}

/** The day (inclusive) from which gaps of the running month are told: its T−7, or the workday before. */
export const gapsToldFrom = (now: number, calendar: WorkCalendar): Day =>
  toldFrom(periodOf('month', now), PRESSING_DAYS, calendar)

/**
 * The occasions an instant lies in, whatever day or hour it is: T+1 of the month before while it can be entered, and T−7 or T−2 of the month.
 * A T−7 or T−2 without work begins with the workday before.
 */
export const roundsAt = (now: number, calendar: WorkCalendar): Round[] => {
  const month = periodOf('month', now)
  const before = previousPeriod(month)
  const today = dayOf(now)
  const isTold = today >= gapsToldFrom(now, calendar)
  const last = today >= toldFrom(month, LAST_DAYS, calendar)
  return [
    ...(now < entryClosesAt(before, calendar) ? [afterwards(before, now)] : []),
    ...(isTold ? [{ month, overdue: false, last, periods: endingWith(month) }] : []),
  ]
}
