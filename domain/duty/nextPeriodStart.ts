import type { Day } from '../org/organisation'
import { startOfDay } from '../time/day'
import { nextPeriod, periodOf } from '../time/period'
import type { PeriodKind } from './duty'

/** The first day of the next period of a kind: `nextPeriodStart('quarter', '2026-09-22') // '2026-10-01'`; on that day itself the one after. */
export const nextPeriodStart = (kind: PeriodKind, today: Day): Day =>
  nextPeriod(periodOf(kind, startOfDay(today))).from
