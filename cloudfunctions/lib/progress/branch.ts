import type { ActivityKind } from '@domain/activity/activity'
import { mayDo } from '@domain/access/mayDo'
import { rolesOf } from '@domain/access/rolesOf'
import type { BranchProgress, MemberRow } from '@domain/contract/progress'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done } from '@domain/contract/answer'
import { dutiesFor } from '@domain/duty/dutiesFor'
import type { Duty } from '@domain/duty/duty'
import { exemptionLabels } from '@domain/duty/exemptions'
import type { Member } from '@domain/org/member'
import { judgedDay, membershipOn } from '@domain/org/membershipOn'
import type { Day, Organisation } from '@domain/org/organisation'
import { isUnder } from '@domain/org/tree'
import { startOfDay } from '@domain/period/day'
import { daysLeft, periodByKey, periodOf, previousPeriod } from '@domain/period/period'
import { evaluateBranch } from '@domain/progress/evaluateBranch'
import { evaluateMember } from '@domain/progress/evaluateMember'
import { missingFirst } from '@domain/progress/missingFirst'
import { isAnnounced } from '@domain/progress/isAnnounced'
import { exemptionFor } from '@domain/progress/notOwed'
import type { Period } from '@domain/progress/progress'
import { groupsOf } from '../caller/groupsOf'
import { readDuties } from '../caller/readDuties'
import { type Context, type Found, useCase } from '../dispatch/useCase'
import { dutyLine } from './dutyLine'
import { type BranchEvidence, readBranchEvidence } from './readBranchEvidence'

type Request = ParsedRequestOf<'progress.branch'>

const load = ({ branchId }: Request, { tree }: Context): Found<Organisation> | null => {
  const branch = tree.get(branchId)
  return branch?.type === 'branch' ? { about: { branchId }, loaded: branch } : null
}

/** null: the whole branch. A group leader reads the own group(s) only, unless another role reads more. */
export function ownGroups(node: Organisation, context: Context): ReadonlySet<string> | null {
  const roles = rolesOf(context.caller, context.today)
  const above = roles.filter(({ organisationId }) => isUnder(context.tree, node._id, organisationId))
  if (above.some(({ role }) => role !== 'group_leader')) return null
  return new Set(roles.map(({ organisationId }) => organisationId))
}

function rowOf(
  member: Member,
  duties: readonly Duty[],
  period: Period,
  evidence: BranchEvidence,
  now: number,
): MemberRow {
  const groupId = membershipOn(member, judgedDay(period, now))?.groupId
  const own = evidence.facts.byMember.get(member._id) ?? []
  const valid = own.filter((fact) => !isAnnounced(fact) && !fact.annulled)
  const lastOn = valid[valid.length - 1]?.occurredOn
  const cells = evaluateMember({ member, duties, period, now, ...evidence }).map((progress) => {
    const { dutyId, state, done: times, needed, missing, notOwed } = progress
    const exemption = notOwed === 'exempt' ? exemptionFor(member, dutyId, period) : undefined
    return {
      dutyId,
      state,
      done: times,
      needed,
      missing,
      ...(notOwed && { notOwed }),
      ...(exemption && { exemption: exemptionLabels[exemption.category] }),
    }
  })
  return {
    memberId: member._id,
    name: member.name,
    standing: member.standing,
    ...(groupId !== undefined && { groupId }),
    ...(lastOn !== undefined && { lastOn }),
    cells,
  }
}

const kindOf = ({ counts }: Duty): ActivityKind | undefined =>
  counts.what === 'held' ? counts.kinds[0] : undefined

/** The branch's own duties of the month and of the quarter and year it lies in. */
function dutiesOf(
  branch: Organisation,
  groups: Organisation[],
  month: Period,
  duties: Duty[],
  evidence: BranchEvidence,
  now: number,
) {
  const at = startOfDay(month.from)
  const periods = [month, periodOf('quarter', at), periodOf('half', at), periodOf('year', at)]
  return periods
    .flatMap((period) => evaluateBranch({ branch, groups, duties, period, now, ...evidence }))
    .sort((a, b) => missingFirst(a.progress, b.progress))
    .map(({ duty, progress, missingNames }) => {
      const kind = kindOf(duty)
      return { line: dutyLine(duty, progress), missingNames, ...(kind && { kind }) }
    })
}

/**
 * Facts of the quarter at least, and of the month before: a member's last record should not vanish on the first of a month. Up to today:
 * a tick for a month may be made after it.
 */
function spanOf(month: Period, today: Day) {
  const at = startOfDay(month.from)
  const quarter = periodOf('quarter', at)
  const before = previousPeriod(month).from
  return {
    from: before < quarter.from ? before : quarter.from,
    to: latest(month.to, today),
    since: periodOf('year', at).from,
  }
}

const latest = (a: Day, b: Day): Day => (a > b ? a : b)
const named = ({ _id, name }: Organisation) => ({ id: _id, name })

export const branch = useCase('progress.branch', load, async (request, context, node) => {
  const { now, today, tree, caller } = context
  const month = request.month === undefined ? periodOf('month', now) : periodByKey(request.month)
  const [duties, evidence] = await Promise.all([
    readDuties(now),
    readBranchEvidence(node._id, month, spanOf(month, today), now),
  ])
  const own = ownGroups(node, context)
  const inScope = (groupId: string | undefined) => !own || (groupId !== undefined && own.has(groupId))
  const groups = groupsOf(node._id, tree, judgedDay(month, now)).filter(({ _id }) => inScope(_id))
  const rows = evidence.members
    .map((member) => rowOf(member, duties, month, evidence, now))
    .filter(({ groupId }) => inScope(groupId))
  const columns = dutiesFor(duties, month).filter(({ subject }) => subject === 'member')
  const answer: BranchProgress = {
    branch: named(node),
    memberCount: evidence.members.length,
    period: month,
    daysLeft: daysLeft(month, now),
    daysLeftOfQuarter: daysLeft(periodOf('quarter', startOfDay(month.from)), now),
    scope: own ? 'group' : 'branch',
    groups: groups.map(named),
    duties: dutiesOf(node, groups, month, duties, evidence, now),
    columns: columns.map(({ id, label, minimum }) => ({ dutyId: id, label, needed: minimum })),
    rows,
    mayPlan: mayDo('activity.save', caller, { day: today, branchId: node._id }, tree),
  }
  return done(answer)
})
