import { dayOf } from '@domain/period/day'
import { periodOf, previousPeriod } from '@domain/period/period'
import { entryClosesAt } from '@domain/reminder/rounds'

/**
 * Days a visit may be entered for afterwards, both inclusive: those of the running month, and of the last one until the end of the fifth
 * workday: on 2026-10-09 from 2026-09-01 on. The cloud judges; this only offers no day it would refuse.
 */
export function backfillDays(now: number): { from: string; to: string } {
  const month = periodOf('month', now)
  const last = previousPeriod(month)
  return { from: now < entryClosesAt(last) ? last.from : month.from, to: dayOf(now) }
}
