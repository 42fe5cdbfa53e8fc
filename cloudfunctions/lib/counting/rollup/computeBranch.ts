import type { Duty } from '@domain/duty/duty'
import { treeFor } from '@domain/org/asOf'
import { branchFor } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import type { Tree } from '@domain/org/tree'
import { earlyNotes, type EarlyStretch } from '@domain/progress/earlyNotes'
import { type BranchRollup, rollupBranch } from '@domain/progress/rollupBranch'
import { rollupUnit } from '@domain/progress/rollupUnit'
import { addDays, dayOf } from '@domain/time/day'
import { contains, type Period, periodByKey, periodOf } from '@domain/time/period'
import type { Target } from '../../store/collections/settings'
import { readAllMembersOf } from '../../store/readPeople'
import { type BranchEvidence, readEvidenceOf, readUnitEvidence } from '../progress/readBranchEvidence'
import { type Span, spanOver } from '../progress/span'

/** Ticks may be made some weeks before the period they are for. */
const EARLY_DAYS = 31

export interface Rules {
  duties: readonly Duty[]
  /** As it is stored, with its earlier states. */
  tree: Tree
  /** The months early notes look at; empty: none are asked for. */
  looked: readonly Period[]
}

/** Period key → the branch's numbers; null where it did not exist. */
export type Computed = Map<string, BranchRollup | null>

const groupsIn = (tree: Tree, branchId: string): Organisation[] =>
  [...tree.values()].filter(({ type, parentId }) => type === 'group' && parentId === branchId)

/** What one reading of a branch gives. */
export interface BranchResult {
  numbers: Computed
  /** Only when asked for: who has had months without a record. */
  early: EarlyStretch[]
}

function earlyIn(branchId: string, evidence: BranchEvidence, { duties, looked }: Rules, now: number) {
  const month = periodOf('month', now)
  const members = evidence.members.filter((member) => branchFor(member, month, now) === branchId)
  return earlyNotes({ ...evidence, branchId, members, duties, now, months: looked })
}

/** The periods of one year, and what early notes look at when they are asked for. */
function spanOf(periods: readonly Period[], now: number, looked: readonly Period[]): Span {
  const { from, to, today } = spanOver(periods, dayOf(now))
  const since = [addDays(from, -EARLY_DAYS), ...looked.map((month) => month.from)].sort()[0] ?? from
  return { from: since, to, since, today }
}

/** A branch in all the periods asked for, from one reading of a few calls for each year; further back where early notes are asked for. */
export async function computeBranch(
  { branchId, keys }: Target,
  rules: Rules,
  now: number,
): Promise<BranchResult> {
  const { duties, tree, looked } = rules
  const branch = tree.get(branchId)
  const numbers: Computed = new Map(keys.map((key) => [key, null]))
  let early: EarlyStretch[] = []
  if (!branch) return { numbers, early }
  const members = await readAllMembersOf(branchId)
  for (const periods of byYear(keys)) {
    const isRunning = periods.some((period) => contains(period, now))
    const span = spanOf(periods, now, isRunning ? looked : [])
    const evidence = { members, ...(await readEvidenceOf(branchId, members, span, 'numbers')) }
    for (const period of periods) {
      const then = treeFor(tree, period, now)
      const groups = groupsIn(then, branchId)
      const asThen = then.get(branchId) ?? branch
      numbers.set(period.key, rollupBranch({ branch: asThen, groups, duties, period, now, ...evidence }))
    }
    if (looked.length > 0 && isRunning) early = earlyIn(branchId, evidence, rules, now)
  }
  return { numbers, early }
}

/** A unit (中心组) in all the periods asked for, from one reading of two calls for each year. */
export async function computeUnit(
  { branchId: unitId, keys }: Target,
  { duties, tree }: Rules,
  now: number,
): Promise<Computed> {
  const unit = tree.get(unitId)
  const numbers: Computed = new Map(keys.map((key) => [key, null]))
  if (!unit) return numbers
  for (const periods of byYear(keys)) {
    const evidence = await readUnitEvidence(unitId, spanOver(periods, dayOf(now)))
    for (const period of periods)
      numbers.set(period.key, rollupUnit({ unit, duties, period, now, ...evidence }))
  }
  return numbers
}

/** Kinds of organisations that have their own numbers in a period's document. */
export const hasNumbers = (node: Pick<Organisation, 'type'> | undefined): boolean =>
  node?.type === 'branch' || node?.type === 'unit'

/** Periods by the year they lie in: a change of long ago is computed without what happened in between. */
export function byYear(keys: readonly string[]): Period[][] {
  const years = new Map<string, Period[]>()
  for (const key of keys) {
    const year = key.slice(0, 4)
    years.set(year, [...(years.get(year) ?? []), periodByKey(key)])
  }
  return [...years.values()]
}
