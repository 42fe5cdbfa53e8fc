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

/**
 * Every duty of every period that lies in a longer one, the shortest periods first: of a year its twelve months, four quarters, two halves and the year
 * itself. Duties stand in the order of the rules; nothing is added up, for a period is done or it is not (DUTIES: 按月、按季、按年).
 * `judge`: what the subject owes in one of them.
 */
export function within(
  span: Period,
  duties: readonly Duty[],
  judge: (period: Period) => readonly BranchDuty[],
): Section[] {
  const placeOf = ({ duty }: DutyOver) => duties.findIndex(({ id }) => id === duty.id)
  return periodKinds.slice(0, periodKinds.indexOf(span.kind) + 1).flatMap((kind) => {
    const rows = new Map<string, DutyOver>()
    for (const one of periodsIn(kind, span).flatMap((period) => judge(period))) {
      const before = rows.get(one.duty.id)?.judged ?? []
      rows.set(one.duty.id, { duty: one.duty, judged: [...before, one] })
    }
    return rows.size > 0 ? [{ kind, rows: [...rows.values()].sort((a, b) => placeOf(a) - placeOf(b)) }] : []
  })
}
