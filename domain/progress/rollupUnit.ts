import { isActiveOn, judgedDay } from '../org/membershipOn'
import { type DoneOfOwed, oneOfOwed } from './doneOfOwed'
import { evaluateUnit } from './evaluateUnit'
import { owes } from './owes'
import type { BranchRollup } from './rollupBranch'

/**
 * The integers a roll-up keeps of a unit, beside those of branches: `members` is 0, since nobody belongs to a unit. null: a unit that owes
 * nothing in the period, because it has no 中心组 or did not exist.
 */
export const rollupUnit = (input: Parameters<typeof evaluateUnit>[0]): BranchRollup | null => {
  if (!isActiveOn(input.unit, judgedDay(input.period, input.now))) return null
  const owed = evaluateUnit(input)
    .filter(({ progress }) => owes(progress))
    .map(({ duty, progress }): [string, DoneOfOwed] => [duty.id, oneOfOwed(progress)])
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return owed.length === 0 ? null : { members: 0, duties: Object.fromEntries(owed) }
}
