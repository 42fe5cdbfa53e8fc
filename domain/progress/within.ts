import type { Duty } from '../duty/duty'
import { type Period, type PeriodKind, periodKinds, periodsIn } from '../time/period'
import type { BranchDuty } from './evaluateBranch'

/** A duty over the periods of its kind, in their order; where its rule did not hold there is none. */
export interface DutyOver {
  /** As its rule last stood. */
  duty: Duty
  judged: BranchDuty[]
}

export interface Section {
  kind: PeriodKind
  rows: DutyOver[]
}

/** The periods that lie in a span with all their days, of a kind, in their order. */
export const wholePeriods = (kind: PeriodKind, span: Pick<Period, 'from' | 'to'>): Period[] =>
  periodsIn(kind, span).filter(({ from, to }) => from >= span.from && to <= span.to)

/**
 * Every duty of every period that lies in a span, the shortest periods first: of a year its twelve months, four quarters, two halves and the year
 * itself; of any months what is whole in them. Duties stand in the order of the rules; nothing is added up, for a period is done or it is not (DUTIES: 按月、按季、按年).
 * `judge`: what the subject owes in one of them.
 */
export function within(
  span: Pick<Period, 'from' | 'to'>,
  duties: readonly Duty[],
  judge: (period: Period) => readonly BranchDuty[],
): Section[] {
  const placeOf = ({ duty }: DutyOver) => duties.findIndex(({ id }) => id === duty.id)
  return periodKinds.flatMap((kind) => {
    const rows = new Map<string, DutyOver>()
    for (const one of wholePeriods(kind, span).flatMap((period) => judge(period))) {
      const before = rows.get(one.duty.id)?.judged ?? []
      rows.set(one.duty.id, { duty: one.duty, judged: [...before, one] })
    }
    return rows.size > 0 ? [{ kind, rows: [...rows.values()].sort((a, b) => placeOf(a) - placeOf(b)) }] : []
  })
}
