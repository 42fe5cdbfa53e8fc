import type { ActivityKind } from '@domain/contract/words'
import { dutiesFor } from '@domain/duty/dutiesFor'
import type { Duty } from '@domain/duty/duty'
import { type Day, startOfDay } from '@domain/time/day'
import { type Period, periodOf, previousPeriod } from '@domain/time/period'
import { type Span, spanOver } from './span'

/** A month shows what is owed in it and in the quarter, half-year and year it lies in; a longer period its own. */
export function periodsShown(period: Period): Period[] {
  const at = startOfDay(period.from)
  return period.kind === 'month'
    ? [period, periodOf('quarter', at), periodOf('half', at), periodOf('year', at)]
    : [period]
}

/** Kinds of meetings whose number of people decides in a period that is shown beside a shorter one. */
const presenceDecides = (duties: readonly Duty[], period: Period, shown: readonly Period[]): ActivityKind[] =>
  shown
    .filter(({ kind }) => kind !== period.kind)
    .flatMap((longer) => dutiesFor(duties, longer))
    .flatMap(({ counts, conditions }) =>
      counts.what === 'held' && conditions.includes('half_of_committee') ? counts.kinds : [],
    )

/** The first day of the month before a period, and of the quarter it begins in, whichever is earlier: what is looked at besides its own. */
export function earlierFrom({ from }: Period): Day {
  const [first = from] = [
    previousPeriod(periodOf('month', startOfDay(from))).from,
    periodOf('quarter', startOfDay(from)).from,
  ].sort()
  return first
}

/**
 * What the page of a branch is made of, with the calendar of the whole year: of a month its own facts, and of before it what was said beforehand;
 * beside those of a longer period the ones of before it are few.
 */
export function branchSpan(period: Period, duties: readonly Duty[], today: Day): Span {
  const since = periodOf('year', startOfDay(period.from)).from
  const [span, earlier] = [spanOver([period], today), earlierFrom(period)]
  if (period.kind !== 'month') return { ...span, from: earlier, since: earlier < since ? earlier : since }
  const kinds = presenceDecides(duties, period, periodsShown(period))
  return { ...span, since, saidFrom: earlier, ...(kinds.length > 0 && { presentAt: { kinds, from: since } }) }
}
