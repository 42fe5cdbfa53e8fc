import type { Duty } from '../duty/duty'
import { indexActivities } from '../evidence/indexActivities'
import { indexFacts } from '../fact/indexFacts'
import type { Member } from '../org/member'
import { branchFor, isActiveOn, judgedDay } from '../org/membershipOn'
import type { Organisation } from '../org/organisation'
import { treeOf } from '../org/tree'
import type { Period } from '../time/period'
import { added, type DoneOfOwed, groupsOfOwed, oneOfOwed } from './doneOfOwed'
import type { Evidence } from './evaluate'
import { evaluateBranch } from './evaluateBranch'
import { evaluateMember } from './evaluateMember'
import { owes } from './owes'
import type { Progress } from './progress'

/** One branch in one period. Duties nobody owes there (不设, 不作硬性要求 for all, 支部还没有安排) are left out. */
export interface BranchRollup {
  members: number
  duties: Record<string, DoneOfOwed>
}

/** Numbers of one period after another: of a half-year what its months hold, duty by duty. */
export const addedUp = (
  one: Readonly<Record<string, DoneOfOwed>>,
  other: Readonly<Record<string, DoneOfOwed>>,
): Record<string, DoneOfOwed> => {
  const sum = { ...one }
  for (const [id, numbers] of Object.entries(other)) sum[id] = added(sum[id], numbers)
  return sum
}

/** A branch, its committee: one that owes. */
const ofBranch = ({ subject }: Duty, progress: Progress): DoneOfOwed => {
  if (!owes(progress)) return [0, 0]
  return subject === 'group' ? groupsOfOwed(progress) : oneOfOwed(progress)
}

/** Adds a member to those who owe, and to those who have it. */
const add = (found: Map<string, DoneOfOwed>, progress: Progress): void => {
  if (owes(progress)) found.set(progress.dutyId, added(found.get(progress.dutyId), oneOfOwed(progress)))
}

/**
 * The integers a roll-up keeps of a branch; null for a period on whose judged day it did not exist. `members`: whoever ever belonged to it.
 * `rollupBranch({ branch, groups, members, duties, facts, activities, period, now })?.duties.household_visit // [20, 23]`
 */
export const rollupBranch = (
  input: {
    branch: Organisation
    groups: readonly Organisation[]
    members: readonly Member[]
    duties: readonly Duty[]
    period: Period
    now: number
  } & Evidence,
): BranchRollup | null => {
  const { branch, duties, period, now } = input
  if (!isActiveOn(branch, judgedDay(period, now))) return null
  const evidence = { facts: indexFacts(input.facts), activities: indexActivities(input.activities) }
  const members = input.members.filter((member) => branchFor(member, period, now) === branch._id)
  const found = new Map<string, DoneOfOwed>()
  for (const { duty, progress } of evaluateBranch({ ...input, ...evidence, members }))
    found.set(duty.id, ofBranch(duty, progress))
  const tree = treeOf([branch])
  for (const member of members)
    for (const progress of evaluateMember({ member, tree, duties, period, now, ...evidence }))
      add(found, progress)
  const owed = [...found].filter(([, [, count]]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1))
  return { members: members.length, duties: Object.fromEntries(owed) }
}
