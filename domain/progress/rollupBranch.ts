import type { Duty } from '../duty/duty'
import { indexActivities } from '../evidence/indexActivities'
import { indexFacts } from '../fact/indexFacts'
import type { Member } from '../org/member'
import { branchFor, isActiveOn, judgedDay } from '../org/membershipOn'
import type { Organisation } from '../org/organisation'
import { treeOf } from '../org/tree'
import type { Period } from '../time/period'
import type { Evidence } from './evaluate'
import { evaluateBranch } from './evaluateBranch'
import { evaluateMember } from './evaluateMember'
import { isDone, owes } from './owes'
import type { Progress } from './progress'

/** Who has it of those who owe it: for a duty of members heads, for one of groups groups, else the branch itself (0 or 1). */
export type DoneOfOwed = [done: number, owed: number]

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
  for (const [id, [finished, owed]] of Object.entries(other)) {
    const [before, owedBefore] = sum[id] ?? [0, 0]
    sum[id] = [before + finished, owedBefore + owed]
  }
  return sum
}

/** A branch, its committee: one that owes. Groups: the sum of their parts already is groups done of groups owing. */
const ofBranch = ({ subject }: Duty, progress: Progress): DoneOfOwed => {
  if (!owes(progress)) return [0, 0]
  return subject === 'group' ? [progress.done, progress.needed ?? 0] : [isDone(progress) ? 1 : 0, 1]
}

/** Adds a member to those who owe, and to those who have it. */
const add = (found: Map<string, DoneOfOwed>, progress: Progress): void => {
  if (!owes(progress)) return
  const tally = found.get(progress.dutyId) ?? [0, 0]
  found.set(progress.dutyId, [tally[0] + (isDone(progress) ? 1 : 0), tally[1] + 1])
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
