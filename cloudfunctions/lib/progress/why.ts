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
import { ownGroups } from './branch'
import { lifeKindOf } from './lifeKinds'
import { lifeRule } from './lifeRule'
import { makeUpChoices, nothingToMakeUp } from './makeUpChoices'
import { readBranchEvidence } from './readBranchEvidence'

type Request = ParsedRequestOf<'progress.why'>
type Whose = { member: Member } | { unit: Organisation } | { organisation: Organisation; branchId: string }

/** A subject is a branch, a group, a unit, or a member: whose rights are those of the branch and group the member is in today. */
async function load({ subjectId }: Request, { tree, today, caller }: Context): Promise<Found<Whose> | null> {
  const organisation = tree.get(subjectId)
  if (organisation?.type === 'unit') return { about: { branchId: subjectId }, loaded: { unit: organisation } }
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

/** What was found, and for a member what may be made up. */
type Judged = { progress: Progress } & Partial<Pick<Why, 'mayMakeUp' | 'witnesses' | 'exemption'>>

async function ofMember(
  member: Member,
  duty: Duty,
  period: Period,
  context: Context,
): Promise<Judged | null> {
  if (duty.subject !== 'member') return null
  const evidence = await readMemberCalendar(member, period.from, context.today)
  const asked = { member, period, now: context.now, ...evidence }
  const progress = evaluate({ ...asked, duty, subject: { type: 'member', member } })
  const lifting = progress.notOwed === 'exempt' ? exemptionFor(member, duty.id, period) : undefined
  const choices = await makeUpChoices({ member, duty, progress, ...evidence }, context)
  return { progress, ...choices, ...(lifting && { exemption: exemptionLabels[lifting.category] }) }
}

/** Of a branch the groups one may read, as its page shows them. */
async function ofOrganisation(
  { organisation, branchId }: { organisation: Organisation; branchId: string },
  duty: Duty,
  period: Period,
  context: Context,
): Promise<Judged | null> {
  const { now, today, tree } = context
  const branch = tree.get(branchId)
  if (!branch || duty.subject === 'member') return null
  const to = today > period.to ? today : period.to
  const evidence = await readBranchEvidence(branchId, period, { ...period, to, since: period.from }, now)
  if (organisation.type === 'group') {
    return duty.subject === 'group'
      ? { progress: evaluate({ duty, subject: { type: 'group', organisation }, period, now, ...evidence }) }
      : null
  }
  const own = ownGroups(branch, context)
  const groups = groupsOf(branchId, tree, judgedDay(period, now)).filter(({ _id }) => !own || own.has(_id))
  return evaluateBranch({ branch, groups, duties: [duty], period, now, ...evidence })[0] ?? null
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

/** The rule of a number: a duty's, valid on the first day of the period, or what is said of kinds without a minimum. */
function dutyOf({ dutyId }: Request, period: Period, duties: readonly Duty[]): Duty | undefined {
  const kind = lifeKindOf(dutyId)
  return kind ? lifeRule(kind) : dutiesFor(duties, period).find(({ id }) => id === dutyId)
}

function judge(whose: Whose, duty: Duty, period: Period, context: Context): Promise<Judged | null> {
  if ('member' in whose) return ofMember(whose.member, duty, period, context)
  if ('unit' in whose) return Promise.resolve(null)
  return ofOrganisation(whose, duty, period, context)
}

function nameOf(whose: Whose): string {
  if ('member' in whose) return whose.member.name
  return 'unit' in whose ? whose.unit.name : whose.organisation.name
}

/** Number and reasons come from the same evaluation, so the sheet cannot contradict the ring. */
export const why = useCase('progress.why', load, async (request, context, whose) => {
  const period = periodByKey(request.periodKey)
  const duty = dutyOf(request, period, await readDuties(context.now))
  const judged = duty && (await judge(whose, duty, period, context))
  if (!judged) return refuse('invalid_request', { path: 'dutyId' })
  const { progress, exemption } = judged
  return done({
    ...nothingToMakeUp,
    ...judged,
    subjectName: nameOf(whose),
    line: dutyLine(duty, progress),
    rule: ruleOf(duty),
    counted: newestFirst(progress.counted),
    notCounted: newestFirst(progress.notCounted),
    planned: progress.planned,
    ...(exemption && { exemption }),
  })
})
