import type { BranchType } from '../contract/words'
import { type Day, startOfDay } from '../time/day'
import { type Period, type PeriodKind, periodKinds, periodOf } from '../time/period'
import { bindsBranch } from './bindsBranch'
import { doneBy } from './doneBy'
import { dutiesFor } from './dutiesFor'
import type { Duty } from './duty'

/** What a branch enters of its members by itself, without a meeting. */
export interface EnteredRules {
  /** 谈心谈话 (DUTIES row 19). */
  talks: boolean
  /** 党性分析 and 思想汇报 (rows 20, 21), in the order of the rules; the dues (row 14) have their own page. */
  ticks: Duty[]
}

/** What is entered 定期 in a branch of a type, by the rules that hold on a day: nothing of one that has ended or does not bind it. */
export function enteredRules(
  duties: readonly Duty[],
  branchType: BranchType | undefined,
  day: Day,
): EnteredRules {
  const at = startOfDay(day)
  const rules = periodKinds
    .flatMap((kind) => dutiesFor(duties, periodOf(kind, at)))
    .filter((duty) => duty.subject === 'member' && bindsBranch(duty, branchType))
    .sort((a, b) => a.order - b.order)
  return {
    talks: rules.some((duty) => doneBy(duty) === 'talk'),
    ticks: rules.filter((duty) => doneBy(duty) === 'tick'),
  }
}

/**
 * The period a tick is made for: the rule's own. What is kept by the year is ticked by its halves, which the half-year's look at the branches
 * (DUTIES row 16) asks for and the year holds.
 */
export function tickedPeriod({ period }: { period: PeriodKind }, day: Day): Period {
  return periodOf(period === 'year' ? 'half' : period, startOfDay(day))
}
