import type { Why } from '@domain/contract/progress'
import { bindsBranch } from '@domain/duty/bindsBranch'
import type { Duty } from '@domain/duty/duty'
import { treeFor } from '@domain/org/asOf'
import { exemptionLabels } from '@domain/org/exemptions'
import type { Member } from '@domain/org/member'
import { judgedDay } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { branchOf } from '@domain/org/tree'
import { evaluate } from '@domain/progress/evaluate'
import { evaluateBranch } from '@domain/progress/evaluateBranch'
import { evaluateMember } from '@domain/progress/evaluateMember'
import { evaluateUnit } from '@domain/progress/evaluateUnit'
import { lifeProgress } from '@domain/progress/life'
import { exemptionFor } from '@domain/progress/notOwed'
import type { Progress } from '@domain/progress/progress'
import { startOfDay } from '@domain/time/day'
import { type Period, periodOf } from '@domain/time/period'
import { groupsOf } from '../../entry/targets'
import type { Context } from '../../entry/useCase'
import { readMemberCalendar } from '../../meetings/activity/readMemberCalendar'
import { ownGroups } from './branchPage'
import { shownKindOf } from './lifeKinds'
import { makeUpChoices } from './makeUpChoices'
import { readBranchEvidence, readUnitEvidence } from './readBranchEvidence'
import { spanOver } from './span'

/** Whose number it is. `organisation`: a branch, or one of its groups. */
export type Whose =
  { member: Member } | { unit: Organisation } | { organisation: Organisation; branchId: string }

/** What was found, and for a member what may be made up. */
type Judged = { progress: Progress } & Partial<Pick<Why, 'mayMakeUp' | 'witnesses' | 'exemption'>>

async function ofMember(
  member: Member,
  duty: Duty,
  period: Period,
  context: Context,
): Promise<Judged | null> {
  if (duty.subject !== 'member') return null
  // Read like the home page, from the same day on: somebody may have enrolled for a service that was moved here since, under its old day.
  const year = periodOf('year', startOfDay(period.from))
  const evidence = await readMemberCalendar(member, year.from, context.today)
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

/** Of a branch the groups one may read, as its page shows them. */
async function ofOrganisation(
  { organisation, branchId: today }: { organisation: Organisation; branchId: string },
  duty: Duty,
  period: Period,
  context: Context,
): Promise<Judged | null> {
  const { now } = context
  const then = treeFor(context.register, period, now)
  // A group may have belonged to another branch then.
  const branchId = branchOf(then, organisation._id) ?? today
  const branch = then.get(branchId)
  if (!branch || duty.subject === 'member' || !bindsBranch(duty, branch.branchType)) return null
  const evidence = await readBranchEvidence(branchId, period, spanOver([period], context.today), now)
  if (organisation.type === 'group') {
    return duty.subject === 'group'
      ? { progress: evaluate({ duty, subject: { type: 'group', organisation }, period, now, ...evidence }) }
      : null
  }
  const own = ownGroups(branch, context)
  const groups = groupsOf(branchId, then, judgedDay(period, now)).filter(({ _id }) => !own || own.has(_id))
  return evaluateBranch({ branch, groups, duties: [duty], period, now, ...evidence })[0] ?? null
}

async function ofUnit(unit: Organisation, duty: Duty, period: Period, { now, today }: Context) {
  if (duty.subject !== 'unit') return null
  const evidence = await readUnitEvidence(unit._id, spanOver([period], today))
  return evaluateUnit({ unit, duties: [duty], period, now, ...evidence })[0] ?? null
}

/** Number and reasons of one duty of one subject; null where the subject does not have the duty. */
export function judgeSubject(
  whose: Whose,
  duty: Duty,
  period: Period,
  context: Context,
): Promise<Judged | null> {
  if ('member' in whose) return ofMember(whose.member, duty, period, context)
  if ('unit' in whose) return ofUnit(whose.unit, duty, period, context)
  return ofOrganisation(whose, duty, period, context)
}
