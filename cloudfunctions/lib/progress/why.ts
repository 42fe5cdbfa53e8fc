import type { ParsedRequestOf } from '@domain/contract/actions'
import type { Why } from '@domain/contract/progress'
import { done, refuse } from '@domain/contract/answer'
import { dutiesFor } from '@domain/duty/dutiesFor'
import type { Basis, Duty } from '@domain/duty/duty'
import { exemptionLabels } from '@domain/duty/exemptions'
import type { Member } from '@domain/org/member'
import { judgedDay, membershipOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { branchOf } from '@domain/org/tree'
import { periodByKey } from '@domain/period/period'
import { evaluate } from '@domain/progress/evaluate'
import { evaluateBranch } from '@domain/progress/evaluateBranch'
import { exemptionFor } from '@domain/progress/notOwed'
import type { Period, Progress, SeenRecord } from '@domain/progress/progress'
import { readMemberCalendar } from '../activity/readMemberCalendar'
import { groupsOf } from '../caller/groupsOf'
import { readDuties } from '../caller/readDuties'
import { type Context, type Found, useCase } from '../dispatch/useCase'
import { findById } from '../wx/find'
import { dutyLine } from './dutyLine'
import { readBranchEvidence } from './readBranchEvidence'

type Request = ParsedRequestOf<'progress.why'>
type Whose = { member: Member } | { organisation: Organisation; branchId: string }

/** A subject is a branch, a group, or a member: whose rights are those of the branch and group the member is in today. */
async function load({ subjectId }: Request, { tree, today, caller }: Context): Promise<Found<Whose> | null> {
  const organisation = tree.get(subjectId)
  if (organisation) {
    const branchId = branchOf(tree, subjectId)
    if (branchId === undefined) return null
    const groupId = organisation.type === 'group' ? { groupId: subjectId } : {}
    return { about: { branchId, ...groupId }, loaded: { organisation, branchId } }
  }
  const member = caller.member?._id === subjectId ? caller.member : await findById('members', subjectId)
  if (!member) return null
  const { branchId, groupId } = membershipOn(member, today) ?? {}
  const about = { memberId: member._id, ...(branchId && { branchId }), ...(groupId && { groupId }) }
  return { about, loaded: { member } }
}

async function ofMember(
  member: Member,
  duty: Duty,
  period: Period,
  { now, today }: Context,
): Promise<Progress | null> {
  if (duty.subject !== 'member') return null
  const evidence = await readMemberCalendar(member, period.from, today)
  return evaluate({ duty, subject: { type: 'member', member }, period, now, ...evidence })
}

async function ofOrganisation(
  { organisation, branchId }: { organisation: Organisation; branchId: string },
  duty: Duty,
  period: Period,
  { now, tree }: Context,
): Promise<Progress | null> {
  const branch = tree.get(branchId)
  if (!branch || duty.subject === 'member') return null
  const evidence = await readBranchEvidence(branchId, period, { ...period, since: period.from }, now)
  if (organisation.type === 'group') {
    return duty.subject === 'group'
      ? evaluate({ duty, subject: { type: 'group', organisation }, period, now, ...evidence })
      : null
  }
  const groups = groupsOf(branchId, tree, judgedDay(period, now))
  return evaluateBranch({ branch, groups, duties: [duty], period, now, ...evidence })[0]?.progress ?? null
}

/** 依据: a document and an article; without a document number it is still to be supplied, and the sheet says so. */
const basisText = ({ document, number, article = '' }: Basis): string =>
  number === undefined ? `依据待补：${document}${article}` : `依据：${document}〔${number}〕${article}`

function ruleOf(duty: Duty): Why['rule'] {
  const { text, minimum, basis, validFrom, version } = duty
  return {
    text: text.replace('{n}', minimum === null ? '' : String(minimum)),
    basis: basisText(basis),
    validFrom,
    version,
  }
}

const newestFirst = <T extends SeenRecord>(records: readonly T[]): T[] =>
  [...records].sort((a, b) => b.at - a.at)

/** Number and reasons come from the same evaluation, so the sheet cannot contradict the ring. */
export const why = useCase('progress.why', load, async (request, context, whose) => {
  const period = periodByKey(request.periodKey)
  const duty = dutiesFor(await readDuties(context.now), period).find(({ id }) => id === request.dutyId)
  if (!duty) return refuse('invalid_request', { path: 'dutyId' })
  const progress =
    'member' in whose
      ? await ofMember(whose.member, duty, period, context)
      : await ofOrganisation(whose, duty, period, context)
  if (!progress) return refuse('invalid_request', { path: 'dutyId' })
  const exempt = progress.notOwed === 'exempt' && 'member' in whose
  const exemption = exempt ? exemptionFor(whose.member, duty.id, period) : undefined
  return done({
    subjectName: 'member' in whose ? whose.member.name : whose.organisation.name,
    line: dutyLine(duty, progress),
    rule: ruleOf(duty),
    counted: newestFirst(progress.counted),
    notCounted: newestFirst(progress.notCounted),
    planned: progress.planned,
    ...(exemption && { exemption: exemptionLabels[exemption.category] }),
  })
})
