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
import { addDays, type Day } from '@domain/time/day'
import type { Period } from '@domain/time/period'
import type { Names } from '../../entry/Names'
import { readLastRecords } from '../../store/readLastRecords'
import { earlierFrom } from './branchSpan'
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

/** The day of a member's last record among what was read. Of a period that is over, what came after it is not its last. */
function lastOnOf(memberId: string, { facts }: BranchEvidence, { to }: Period): Day | undefined {
  const own = facts.byMember.get(memberId) ?? []
  const valid = own.filter((fact) => !isAnnounced(fact) && !fact.annulled && fact.occurredOn <= to)
  return valid[valid.length - 1]?.occurredOn
}

/** The day of each one's last record; of a month, whose own facts alone were read, also of before it: nobody's vanishes on the first. */
async function lastRecords(
  members: readonly Member[],
  period: Period,
  evidence: BranchEvidence,
): Promise<ReadonlyMap<string, Day>> {
  const last = new Map(
    members.flatMap(({ _id }): [string, Day][] => {
      const on = lastOnOf(_id, evidence, period)
      return on === undefined ? [] : [[_id, on]]
    }),
  )
  if (period.kind !== 'month') return last
  const without = members.filter(({ _id }) => (last.get(_id) ?? '') < period.from).map(({ _id }) => _id)
  const before = await readLastRecords(without, earlierFrom(period), addDays(period.from, -1))
  return new Map([...last, ...before])
}

/** One member's line of the branch page, but for the name and the last record. */
function memberRow(member: Member, question: Question): Omit<MemberRow, 'name' | 'lastOn'> {
  const { duties, period, evidence, tree, now } = question
  const groupId = membershipOn(member, judgedDay(period, now))?.groupId
  const progress = evaluateMember({ member, tree, duties, period, now, ...evidence })
  return {
    memberId: member._id,
    standing: member.standing,
    ...(groupId !== undefined && { groupId }),
    cells: [...progress.map((one) => dutyCell(one, member, duties)), ...lifeCells(member, question)],
  }
}

/** The members' lines of the branch page, of those whose group is in scope, in register order. */
export async function memberRows(
  question: Question,
  inScope: (groupId: string | undefined) => boolean,
  names: Names,
): Promise<MemberRow[]> {
  const { evidence, period } = question
  const last = await lastRecords(evidence.members, period, evidence)
  return evidence.members.flatMap((member): MemberRow[] => {
    const row = memberRow(member, question)
    const lastOn = last.get(member._id)
    if (!inScope(row.groupId)) return []
    return [{ ...row, name: names.of(member), ...(lastOn !== undefined && { lastOn }) }]
  })
}
