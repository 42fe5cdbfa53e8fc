import { kindLabels } from '@domain/activity/kindLabels'
import type { BranchProgress, MemberRow } from '@domain/contract/progress'
import { attendedLabel } from '@domain/duty/attendedLabel'
import { dutiesFor } from '@domain/duty/dutiesFor'
import type { Duty } from '@domain/duty/duty'
import { exemptionLabels } from '@domain/org/exemptions'
import type { Member } from '@domain/org/member'
import { judgedDay, membershipOn } from '@domain/org/membershipOn'
import type { Tree } from '@domain/org/tree'
import { evaluateMember } from '@domain/progress/evaluateMember'
import { isAnnounced } from '@domain/progress/isAnnounced'
import { life } from '@domain/progress/life'
import { lifeId } from '@domain/progress/lifeDuty'
import { exemptionFor } from '@domain/progress/notOwed'
import type { Progress } from '@domain/progress/progress'
import type { Period } from '@domain/time/period'
import { lifeColumns } from './lifeKinds'
import type { BranchEvidence } from './readBranchEvidence'

type Cell = MemberRow['cells'][number]

interface Question {
  duties: readonly Duty[]
  period: Period
  evidence: BranchEvidence
  tree: Tree
  now: number
}

/** The members' duties of the period, then what they attend without a minimum. */
export const columnsOf = (duties: readonly Duty[], period: Period): BranchProgress['columns'] => [
  ...dutiesFor(duties, period)
    .filter(({ subject }) => subject === 'member')
    .map((duty) => ({
      dutyId: duty.id,
      label: attendedLabel(duty, duties),
      needed: duty.minimum,
      measure: duty.measure,
    })),
  ...lifeColumns[period.kind].map((kind) => ({
    dutyId: lifeId(kind),
    label: kindLabels[kind],
    needed: null,
    measure: '场',
  })),
]

function dutyCell(progress: Progress, member: Member, duties: readonly Duty[]): Cell {
  const { dutyId, version, state, done, needed, missing, notOwed, period } = progress
  const duty = notOwed === 'exempt' && duties.find((one) => one.id === dutyId && one.version === version)
  const exemption = duty ? exemptionFor(member, duty, period) : undefined
  return {
    dutyId,
    state,
    done,
    needed,
    missing,
    ...(notOwed && { notOwed }),
    ...(exemption && { exemption: exemptionLabels[exemption.category] }),
  }
}

function lifeCells(member: Member, { period, evidence, now }: Question): Cell[] {
  const kinds = lifeColumns[period.kind]
  return life({ member, kinds, period, now, ...evidence }).map(({ kind, attended, held }) => ({
    dutyId: lifeId(kind),
    state: 'recorded',
    done: attended,
    needed: null,
    missing: 0,
    held,
  }))
}

/** One member's line of the branch page, but for the name. */
export function memberRow(member: Member, question: Question): Omit<MemberRow, 'name'> {
  const { duties, period, evidence, tree, now } = question
  const groupId = membershipOn(member, judgedDay(period, now))?.groupId
  const own = evidence.facts.byMember.get(member._id) ?? []
  // Of a period that is over, what came after it is not its last.
  const valid = own.filter((fact) => !isAnnounced(fact) && !fact.annulled && fact.occurredOn <= period.to)
  const lastOn = valid[valid.length - 1]?.occurredOn
  const progress = evaluateMember({ member, tree, duties, period, now, ...evidence })
  return {
    memberId: member._id,
    standing: member.standing,
    ...(groupId !== undefined && { groupId }),
    ...(lastOn !== undefined && { lastOn }),
    cells: [...progress.map((one) => dutyCell(one, member, duties)), ...lifeCells(member, question)],
  }
}
