import type { Duty } from '@domain/duty/duty'
import type { Day } from '@domain/time/day'
import { type Period, type PeriodKind, periodKinds, periodOf, previousPeriod } from '@domain/time/period'

/**
 * Periods of a kind a page may look back at, newest first: every one that has begun, back to the first day any rule was valid, or to `since`
 * where that is later.
 */
export function periodsOffered(
  kind: PeriodKind,
  duties: readonly Duty[],
  { now, since = '' }: { now: number; since?: Day | undefined },
): Period[] {
  const valid = duties.map(({ validFrom }) => validFrom).sort()[0]
  if (valid === undefined) return [periodOf(kind, now)]
  const first = valid > since ? valid : since
  const periods = [periodOf(kind, now)]
  for (let last = periods[0]; last && last.from > first; last = periods[periods.length - 1])
    periods.push(previousPeriod(last))
  return periods
}

/** Keys of all kinds, months first. */
export const keysOffered = (duties: readonly Duty[], now: number): string[] =>
  periodKinds.flatMap((kind) => periodsOffered(kind, duties, { now }).map(({ key }) => key))

/** The period asked for when it is on offer: nothing is said of those to come or before there were rules. */
export const offeredPeriod = (
  key: string | undefined,
  duties: readonly Duty[],
  now: number,
): Period | null => {
  if (key === undefined) return periodOf('month', now)
  return (
    periodKinds
      .flatMap((kind) => periodsOffered(kind, duties, { now }))
      .find((period) => period.key === key) ?? null
  )
}
