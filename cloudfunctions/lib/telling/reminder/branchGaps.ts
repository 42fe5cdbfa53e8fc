import { headsOf } from '@domain/access/headsOf'
import type { Duty } from '@domain/duty/duty'
import type { Member } from '@domain/org/member'
import { judgedDay } from '@domain/org/membershipOn'
import type { Tree } from '@domain/org/tree'
import { evaluateBranch } from '@domain/progress/evaluateBranch'
import { type Gap, gapsOf } from '@domain/reminder/gapsOf'
import type { Round } from '@domain/reminder/rounds'
import { dayOf } from '@domain/time/day'
import type { BranchEvidence } from '../../counting/progress/readBranchEvidence'
import { groupsOf } from '../../entry/targets'

/** 主题党日 of the branch, beside what the secretary owes as a member: 支部主题党日. */
const labelOf = (label: string): string => (label.startsWith('支') ? label : `支部${label}`)

/** What a branch, its committee and its groups still miss in the periods of a round. */
export function branchGaps(
  branchId: string,
  round: Round,
  evidence: BranchEvidence,
  { duties, tree }: { duties: readonly Duty[]; tree: Tree },
  now: number,
): Gap[] {
  const branch = tree.get(branchId)
  if (!branch) return []
  const progress = round.periods.flatMap((period) => {
    const groups = groupsOf(branchId, tree, judgedDay(period, now))
    return evaluateBranch({ branch, groups, duties, period, now, ...evidence }).map((one) => one.progress)
  })
  return gapsOf(progress, duties).map((gap) => ({ ...gap, label: labelOf(gap.label), ofBranch: true }))
}

/** Who is told of them: the secretary, or whoever runs the branch where there is none. */
export function toldForBranch(members: readonly Member[], branchId: string, now: number): Set<string> {
  const heads = headsOf(members, branchId, dayOf(now))
  return new Set(heads.filter(({ post }) => post === heads[0]?.post).map(({ member }) => member._id))
}
