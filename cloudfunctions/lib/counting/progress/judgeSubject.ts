import type { Why } from '@domain/contract/progress'
import { mayDo } from '@domain/access/mayDo'
import { seesNames } from '@domain/access/seesNames'
import { bindsBranch } from '@domain/duty/bindsBranch'
import { dutiesFor } from '@domain/duty/dutiesFor'
import type { Duty } from '@domain/duty/duty'
import { treeFor } from '@domain/org/asOf'
import { exemptionLabels } from '@domain/org/exemptions'
import type { Member } from '@domain/org/member'
import { judgedDay, membershipOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { branchOf } from '@domain/org/tree'
import { evaluate } from '@domain/progress/evaluate'
import { type BranchDuty, evaluateBranch } from '@domain/progress/evaluateBranch'
import { evaluateMember, judgeMember } from '@domain/progress/evaluateMember'
import { evaluateUnit } from '@domain/progress/evaluateUnit'
import { lifeProgress } from '@domain/progress/life'
import { exemptionFor } from '@domain/progress/notOwed'
import type { Progress } from '@domain/progress/progress'
import { type StudyHours, studyHours } from '@domain/progress/studyHours'
import { startOfDay } from '@domain/time/day'
import { isClosed } from '@domain/time/entryDeadline'
import { type Period, periodByKey, periodOf } from '@domain/time/period'
import { groupsOf } from '../../entry/targets'
import type { Context, Found } from '../../entry/useCase'
import { readJudgedMember } from '../../meetings/activity/readMemberCalendar'
import { findById } from '../../store/find'
import { ownGroups } from './ownGroups'
import { shownKindOf } from './lifeKinds'
import { makeUpChoices } from './makeUpChoices'
import { membersFor, readBranchEvidence, readUnitEvidence } from './readBranchEvidence'
import { spanOver } from './span'

interface OfMember {
  member: Member
  /** What numbers of a year and of what lies in it are judged by, where it was read already (readOnce). */
  evidence?: Awaited<ReturnType<typeof readJudgedMember>>
}
/** Whose number it is. `organisation`: a branch, or one of its groups. */
export type Whose = OfMember | { unit: Organisation } | { organisation: Organisation; branchId: string }

/** What a number of a branch or one of its groups is about: whoever stands above reads it once its period is closed. */
const aboutOrganisation = (
  { organisation: { _id, type }, branchId }: { organisation: Organisation; branchId: string },
  period: Period,
  context: Context,
): Found<Whose>['about'] => ({
  branchId,
  ...(type === 'group' && { groupId: _id }),
  isRunning: !isClosed(period, context),
})

/** Of some periods those whose numbers of this subject the caller may read. */
export function readable(whose: Whose, periods: readonly Period[], context: Context): Period[] {
  if (!('organisation' in whose)) return [...periods]
  const { caller, today, tree } = context
  return periods.filter((period) =>
    mayDo('progress.span', caller, { day: today, ...aboutOrganisation(whose, period, context) }, tree),
  )
}

/** A subject is a branch, a group, a unit, or a member: whose rights are those of the branch and group the member is in today. */
export async function loadSubject(
  { subjectId, periodKey }: { subjectId: string; periodKey: string },
  context: Context,
): Promise<Found<Whose> | null> {
  const { tree, today, caller } = context
  const organisation = tree.get(subjectId)
  if (organisation?.type === 'unit') return { about: { branchId: subjectId }, loaded: { unit: organisation } }
  if (organisation) {
    const branchId = branchOf(tree, subjectId)
    if (branchId === undefined) return null
    const loaded = { organisation, branchId }
    return { about: aboutOrganisation(loaded, periodByKey(periodKey), context), loaded }
  }
  const member = caller.member?._id === subjectId ? caller.member : await findById('members', subjectId)
  if (!member) return null
  const { branchId, groupId } = membershipOn(member, today) ?? {}
  const branch = branchId === undefined ? undefined : tree.get(branchId)
  if (caller.member?._id !== subjectId && branch && !seesNames(caller, branch, today, tree)) return null
  const about = { memberId: member._id, ...(branchId && { branchId }), ...(groupId && { groupId }) }
  return { about, loaded: { member } }
}

/** As it was called at the end of the period. */
export function nameOf(whose: Whose, period: Period, { register, now, names }: Context): string {
  if ('member' in whose) return names.of(whose.member)
  const node = 'unit' in whose ? whose.unit : whose.organisation
  return treeFor(register, period, now).get(node._id)?.name ?? node.name
}

/** What was found, and for a member what may be made up. */
type Judged = { progress: Progress } & Partial<Pick<Why, 'mayMakeUp' | 'witnesses' | 'exemption'>>

/** What a subject owes in a period, duty by duty; judged from what was read once. */
type Judge = (period: Period, duties: readonly Duty[]) => readonly BranchDuty[]

/** Read like the home page, from the same day on: somebody may have enrolled for a service that was moved here since, under its old day. */
const memberEvidence = async ({ member, evidence }: OfMember, over: Period, { today }: Context) =>
  evidence ?? readJudgedMember(member, periodOf('year', startOfDay(over.from)).from, today)

/** For whoever asks more than one thing of a member's year. */
export const readOnce = async (whose: Whose, over: Period, context: Context): Promise<Whose> =>
  'member' in whose ? { ...whose, evidence: await memberEvidence(whose, over, context) } : whose

async function judgeOfMember(whose: OfMember, over: Period, context: Context): Promise<Judge> {
  const { now, register } = context
  const { member } = whose
  const evidence = await memberEvidence(whose, over, context)
  return (period, duties) => {
    const tree = treeFor(register, period, now)
    return judgeMember({ member, tree, duties, period, now, ...evidence })
  }
}

/** Of a branch the groups one may read, as its page shows them. */
async function judgeOfOrganisation(
  { organisation, branchId: today }: { organisation: Organisation; branchId: string },
  over: Period,
  context: Context,
): Promise<Judge> {
  const { now, register } = context
  // A group may have belonged to another branch then.
  const branchId = branchOf(treeFor(register, over, now), organisation._id) ?? today
  const { everyone, ...evidence } = await readBranchEvidence(
    branchId,
    over,
    spanOver([over], context.today),
    now,
  )
  return (period, duties) => {
    const then = treeFor(register, period, now)
    const branch = then.get(branchId)
    if (!branch) return []
    const asked = { period, now, ...evidence, members: membersFor(everyone, branchId, period, now) }
    if (organisation.type === 'group') {
      const subject = { type: 'group' as const, organisation }
      return dutiesFor(duties, period)
        .filter((duty) => duty.subject === 'group' && bindsBranch(duty, branch.branchType))
        .map((duty) => ({ duty, progress: evaluate({ duty, subject, ...asked }), missingNames: [] }))
    }
    const own = ownGroups(branch, context)
    const groups = groupsOf(branchId, then, judgedDay(period, now)).filter(({ _id }) => !own || own.has(_id))
    return evaluateBranch({ branch, groups, duties, ...asked })
  }
}

async function judgeOfUnit(unit: Organisation, over: Period, { now, today }: Context): Promise<Judge> {
  const evidence = await readUnitEvidence(unit._id, spanOver([over], today))
  return (period, duties) =>
    evaluateUnit({ unit, duties, period, now, ...evidence }).map((one) => ({ ...one, missingNames: [] }))
}

/** 学时 of a member in a half-year or a year; of nobody else. */
export async function studyHoursOf(
  whose: Whose,
  over: Period,
  context: Context,
): Promise<StudyHours | undefined> {
  if (!('member' in whose)) return undefined
  const { member } = whose
  return studyHours({
    member,
    period: over,
    now: context.now,
    ...(await memberEvidence(whose, over, context)),
  })
}

/** Judges a subject in a period, and in those that lie in it. */
export function judgeOf(whose: Whose, over: Period, context: Context): Promise<Judge> {
  if ('member' in whose) return judgeOfMember(whose, over, context)
  if ('unit' in whose) return judgeOfUnit(whose.unit, over, context)
  return judgeOfOrganisation(whose, over, context)
}

async function ofMember(
  member: Member,
  duty: Duty,
  period: Period,
  context: Context,
): Promise<Judged | null> {
  if (duty.subject !== 'member') return null
  const evidence = await memberEvidence({ member }, period, context)
  const asked = { member, period, now: context.now, ...evidence }
  const kind = shownKindOf(duty.id)
  if (kind) return { progress: lifeProgress({ ...asked, kind }) }
  const [progress] = evaluateMember({
    ...asked,
    tree: treeFor(context.register, period, context.now),
    duties: [duty],
  })
  if (!progress) return null
  const lifting = progress.notOwed === 'exempt' ? exemptionFor(member, duty, period) : undefined
  const choices = await makeUpChoices({ member, duty, progress, ...evidence }, context)
  return { progress, ...choices, ...(lifting && { exemption: exemptionLabels[lifting.category] }) }
}

/** Number and reasons of one duty of one subject; null where the subject does not have the duty. */
export async function judgeSubject(
  whose: Whose,
  duty: Duty,
  period: Period,
  context: Context,
): Promise<Judged | null> {
  if ('member' in whose) return ofMember(whose.member, duty, period, context)
  const judge = await judgeOf(whose, period, context)
  return judge(period, [duty])[0] ?? null
}
