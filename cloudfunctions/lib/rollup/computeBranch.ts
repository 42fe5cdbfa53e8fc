import type { Duty } from '@domain/duty/duty'
import type { Organisation } from '@domain/org/organisation'
import type { Tree } from '@domain/org/tree'
import { addDays, dayOf } from '@domain/period/day'
import { periodByKey } from '@domain/period/period'
import { type BranchRollup, rollupBranch } from '@domain/progress/rollupBranch'
import { readAllMembersOf } from '../activity/readBranchMembers'
import { readEvidenceOf } from '../progress/readBranchEvidence'
import type { Target } from './rollupState'

/** Ticks may be made some weeks before the period they are for. */
const EARLY_DAYS = 31

export interface Rules {
  duties: readonly Duty[]
  tree: Tree
}

/** Period key → the branch's numbers; null where it did not exist. */
export type Computed = Map<string, BranchRollup | null>

const groupsIn = (tree: Tree, branchId: string): Organisation[] =>
  [...tree.values()].filter(({ type, parentId }) => type === 'group' && parentId === branchId)

/** A branch in all the periods asked for, from one reading of at most four calls. */
export async function computeBranch(
  { branchId, keys }: Target,
  { duties, tree }: Rules,
  now: number,
): Promise<Computed> {
  const branch = tree.get(branchId)
  const computed: Computed = new Map(keys.map((key) => [key, null]))
  if (!branch) return computed
  const periods = keys.map(periodByKey)
  const first = periods.reduce((day, { from }) => (from < day ? from : day), dayOf(now))
  const last = periods.reduce((day, { to }) => (to > day ? to : day), dayOf(now))
  const since = addDays(first, -EARLY_DAYS)
  const members = await readAllMembersOf(branchId)
  const evidence = await readEvidenceOf(branchId, members, { from: since, to: last, since }, 'numbers')
  const groups = groupsIn(tree, branchId)
  for (const period of periods)
    computed.set(period.key, rollupBranch({ branch, groups, members, duties, period, now, ...evidence }))
  return computed
}
