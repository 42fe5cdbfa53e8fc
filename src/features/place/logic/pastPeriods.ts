import { periodOf, previousPeriod } from '@domain/time/period'

/** How far back a community looks: two years of months, and the years they lie in. */
const MONTHS = 24
const YEARS = 3

/** Months and years on offer, each newest first: what `PeriodSwitch` takes. */
export function pastPeriods(now: number): string[] {
  const back = (kind: 'month' | 'year', count: number): string[] => {
    const periods = [periodOf(kind, now)]
    for (let last = periods[0]; last && periods.length < count; last = periods[periods.length - 1])
      periods.push(previousPeriod(last))
    return periods.map(({ key }) => key)
  }
  return [...back('month', MONTHS), ...back('year', YEARS)]
}
