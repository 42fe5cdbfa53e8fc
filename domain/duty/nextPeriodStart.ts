import { type Day, startOfDay } from '../time/day'
import { nextPeriod, type PeriodKind, periodOf } from '../time/period'

/** The first day of the next period of a kind: `nextPeriodStart('quarter', '2026-09-22') // '2026-10-01'`; on that day itself the one after. */
export const nextPeriodStart = (kind: PeriodKind, today: Day): Day =>
  nextPeriod(periodOf(kind, startOfDay(today))).from
