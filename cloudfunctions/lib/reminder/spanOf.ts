import type { Day } from '@domain/org/organisation'
import { dayOf } from '@domain/period/day'
import type { Round } from '@domain/reminder/rounds'

/** The days whose evidence a round is judged by: its longest period, up to today, since a tick may be made after its month. */
export function spanOf({ periods, month }: Round, now: number): { from: Day; to: Day; since: Day } {
  const from = periods.reduce((first, period) => (period.from < first ? period.from : first), month.from)
  const today = dayOf(now)
  return { from, to: today > month.to ? today : month.to, since: from }
}
