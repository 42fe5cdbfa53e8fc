import { clockOf, startOfDay } from '../time/day'
import { entryClosesAt } from '../time/entryDeadline'
import { daysLeft, type Period, periodKinds, periodOf, previousPeriod } from '../time/period'
import type { WorkCalendar } from '../time/workCalendar'

/** A month's gaps are told from this many days before its end, today counted: of September from the 24th. */
export const REMIND_DAYS = 7
/** 21:00 (inclusive) to 8:00 (exclusive), Shanghai: nothing is sent. */
const QUIET_FROM = 21
const QUIET_UNTIL = 8

export const isQuiet = (now: number): boolean => {
  const { hour } = clockOf(now)
  return hour >= QUIET_FROM || hour < QUIET_UNTIL
}

/** One of the two occasions on which a member may be told of a month's gaps. */
export interface Round {
  month: Period
  /** After the month's end, while it can still be entered. */
  overdue: boolean
  /** The month and whatever longer period ends with it: their gaps go into the same message. */
  periods: Period[]
}

const endingWith = (month: Period): Period[] =>
  periodKinds.map((kind) => periodOf(kind, startOfDay(month.to))).filter(({ to }) => to === month.to)

const roundOf = (month: Period, overdue: boolean): Round => ({ month, overdue, periods: endingWith(month) })

/** The occasions an instant lies in; none before T−7 once the month before is closed. */
export const roundsAt = (now: number, calendar: WorkCalendar): Round[] => {
  const month = periodOf('month', now)
  const before = previousPeriod(month)
  return [
    ...(now < entryClosesAt(before, calendar) ? [roundOf(before, true)] : []),
    ...(daysLeft(month, now) <= REMIND_DAYS ? [roundOf(month, false)] : []),
  ]
}
