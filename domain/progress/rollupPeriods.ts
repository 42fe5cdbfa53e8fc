import { type Day, dayOf, startOfDay } from '../time/day'
import {
  type Period,
  periodByKey,
  type PeriodKind,
  periodKinds,
  periodOf,
  previousPeriod,
} from '../time/period'

/** The month, quarter, half-year and year a day lies in: `keysOf('2026-09-22') // ['2026-09', '2026-Q3', '2026-H2', '2026']`. */
export const keysOf = (day: Day): string[] => periodKinds.map((kind) => periodOf(kind, startOfDay(day)).key)

/** Periods of a kind that end with the year, the last one first. */
const ofYear = (kind: PeriodKind, year: number): Period[] => {
  const periods = [periodOf(kind, startOfDay(`${year}-12-31`))]
  for (let last = periods[0]; last && last.from > `${year}-01-01`; last = periods[periods.length - 1])
    periods.push(previousPeriod(last))
  return periods
}

/**
 * Periods a full roll-up computes and the county page offers: every one of this year that has begun, and until the end of March those of the
 * year before, for which a yearly meeting may still be held (所属年度). Months, quarters, half-years, years, each kind newest first.
 */
export const rollupPeriods = (today: Day): Period[] => {
  const year = Number(today.slice(0, 4))
  const years = today.slice(5) <= '03-31' ? [year, year - 1] : [year]
  return periodKinds
    .flatMap((kind) => years.flatMap((one) => ofYear(kind, one)))
    .filter(({ from }) => from <= today)
}

/**
 * Keys of the periods a fact may count in: those of its day, and of the period it is for where it says one. `startsAt` (ms): of the activity it
 * points at; 补学 counts in the period of the study that was missed, which may be over long before it is made up.
 */
export const keysOfFact = (
  { occurredOn, periodKey }: { occurredOn: Day; periodKey?: string },
  startsAt?: number,
): string[] => [
  ...new Set([
    ...keysOf(occurredOn),
    ...(periodKey === undefined ? [] : keysOf(periodByKey(periodKey).from)),
    ...(startsAt === undefined ? [] : keysOf(dayOf(startsAt))),
  ]),
]
