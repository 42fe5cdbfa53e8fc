import { bindsBranch } from '../duty/bindsBranch'
import { dutiesOfMembers } from '../duty/dutiesOfMembers'
import type { Duty } from '../duty/duty'
import { indexActivities } from '../evidence/indexActivities'
import { indexFacts } from '../fact/indexFacts'
import type { Member } from '../org/member'
import { branchFor } from '../org/membershipOn'
import type { Tree } from '../org/tree'
import type { Period } from '../time/period'
import { evaluate, type Evidence } from './evaluate'
import type { BranchDuty } from './evaluateBranch'
import { missingFirst } from './missingFirst'
import { concerns } from './notOwed'
import type { Progress } from './progress'

interface Asked extends Evidence {
  member: Member
  tree: Tree
  duties: readonly Duty[]
  period: Period
  now: number
}

/**
 * Every duty a member has in a period (those of other period kinds are left out), missing first, each with the rule it is judged by. `tree`: for
 * the type of the branch the member is in for the period; the one branch is enough.
 */
export const judgeMember = (input: Asked): BranchDuty[] => {
  const { member, tree, period, now } = input
  // Few rules are for some types of branches alone: only these ask where the member is.
  const isInForceThere = (duty: Duty) =>
    duty.branchTypes === undefined ||
    bindsBranch(duty, tree.get(branchFor(member, period, now) ?? '')?.branchType)
  const facts = indexFacts(input.facts)
  const activities = indexActivities(input.activities)
  return dutiesOfMembers(input.duties, period)
    .filter((duty) => concerns(duty, member) && isInForceThere(duty))
    .map((duty) => {
      const subject = { type: 'member' as const, member }
      return { duty, progress: evaluate({ duty, subject, period, facts, activities, now }), missingNames: [] }
    })
    .sort(missingFirst)
}

/** The numbers alone. */
export const evaluateMember = (input: Asked): Progress[] => judgeMember(input).map(({ progress }) => progress)
