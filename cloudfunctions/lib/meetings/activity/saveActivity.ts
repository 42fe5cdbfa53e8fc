import { mayDo } from '@domain/access/mayDo'
import type { Activity } from '@domain/activity/activity'
import { judgeInstant } from '@domain/checkin/judgeInstant'
import type { ParsedRequestOf } from '@domain/contract/actions'
import type { ActivityForm } from '@domain/contract/activity'
import { done, type Outcome, refuse } from '@domain/contract/answer'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { branchOf } from '@domain/org/tree'
import { dayOf } from '@domain/time/day'
import { insertAudited, updateAudited, versionOf } from '../../entry/audit/audited'
import { fromTo } from '../../entry/audit/fromTo'
import { limitNew } from '../../entry/limit'
import { targetOf } from '../../entry/targets'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { idFrom } from '../../ground/idFrom'
import { adding, oneOf } from '../../store/conditions'
import { find, findById } from '../../store/find'
import { publishing } from './activityForm'
import { cameLater, checkForm, checkPeople, checkPlan, type Planned } from './checkPlan'
import { lateNow } from './lateEntry'

type Request = ParsedRequestOf<'activity.save'>
/** Both what it is now and what it shall become must be the caller's to plan. */
export async function loadPlanned(
  { activityId, form }: Pick<Request, 'activityId' | 'form'>,
  context: Context,
): Promise<Found<Planned> | null> {
  const { caller, tree, today } = context
  const host = tree.get(form.hostId)
  if (!host) return null
  const branchId = branchOf(tree, host._id) ?? host._id
  const stored = activityId === undefined ? null : await findById('activities', activityId)
  if (activityId !== undefined && !stored) return null
  if (stored && !mayDo('activity.save', caller, { day: today, ...targetOf(stored) }, tree)) return null
  const createdBy = stored?.createdBy ?? nameForRecords(caller)
  const activity = { kind: form.kind, hostId: host._id, branchId, createdBy }
  return {
    about: { branchId, ...(host.type === 'group' && { groupId: host._id }), activity },
    loaded: { host, branchId, stored },
  }
}

export function planOf(
  { expectedIds, ...form }: ActivityForm,
  people: Map<string, Member>,
  { host, branchId }: Planned,
) {
  const day = dayOf(form.startsAt)
  const expected = expectedIds.flatMap((id) => {
    const member = people.get(id)
    if (!member) return []
    const groupId = membershipOn(member, day)?.groupId
    return [{ memberId: id, standing: member.standing, ...(groupId !== undefined && { groupId }) }]
  })
  return { ...form, hostType: host.type, branchId, expected }
}

type Plan = ReturnType<typeof planOf>

const idsOf = ({ expected }: Pick<Activity, 'expected'>) => expected.map(({ memberId }) => memberId)

/** What a plan makes of what; of those expected, who came to it and who is not any more. */
export function planTold(before: Partial<Activity> & Pick<Activity, 'expected'>, after: Activity) {
  const [were, are] = [idsOf(before), idsOf(after)]
  const added = are.filter((id) => !were.includes(id))
  const dropped = were.filter((id) => !are.includes(id))
  const { from, to, ...result } = fromTo(before, after)
  return {
    from: { ...from, ...(dropped.length > 0 && { expected: dropped }) },
    to: { ...to, ...(added.length > 0 && { expected: added }) },
    ...result,
  }
}

/** `isLate`: its day is past, so that announcing it is a 补录. */
async function create(
  plan: Plan,
  isLate: boolean,
  { nonce, publish }: Request,
  context: Context,
): Promise<Activity> {
  const { caller, now } = context
  const base = { ...plan, absences: [], createdBy: nameForRecords(caller), nonce }
  const state = publish
    ? { ...publishing(now), ...(isLate && { late: await lateNow(plan.branchId, context) }) }
    : { state: 'draft' as const }
  const activity = { _id: idFrom(caller.openId, nonce), ...base, ...state, updatedAt: new Date(now) }
  const { from: _, ...told } = planTold({ expected: [] }, activity)
  const about = { activityId: activity._id, placeId: activity.branchId, key: nonce, ...told }
  const telling = { what: 'plan' as const, by: nameForRecords(caller), at: now, ...about }
  if (await insertAudited(telling, 'activities', activity)) return activity
  return (await findById('activities', activity._id)) ?? activity
}

/** Fields the form may leave empty are removed, not kept from before. */
const optional = {
  chairId: undefined,
  recorderId: undefined,
  topic: undefined,
  lecturerId: undefined,
  forYear: undefined,
  lecturerName: undefined,
  lecturerPost: undefined,
  tags: undefined,
  hours: undefined,
  materials: undefined,
}

/** Announced, or moved, to a day that is past it is a 补录; to one that is not, it is none any more. */
async function lateAfter(
  stored: Activity,
  plan: Plan,
  isLate: boolean,
  { publish }: Request,
  context: Context,
) {
  const isAnnounced = publish && stored.state === 'draft'
  const isMoved = stored.startsAt !== plan.startsAt || stored.endsAt !== plan.endsAt
  if (!isAnnounced && !(stored.state === 'published' && isMoved)) return {}
  return { late: isLate ? await lateNow(plan.branchId, context) : undefined }
}

async function change(
  stored: Activity,
  plan: Plan,
  late: Awaited<ReturnType<typeof lateAfter>>,
  { publish }: Request,
  { caller, now }: Context,
): Promise<Outcome<Activity>> {
  const state = { ...(publish && stored.state === 'draft' ? publishing(now) : {}), ...late }
  const { _id, branchId, startsAt, place } = stored
  const isMoved = startsAt !== plan.startsAt || branchId !== plan.branchId
  const isTold = stored.state === 'published' && (startsAt !== plan.startsAt || place !== plan.place)
  const told = planTold(stored, { ...stored, ...optional, ...plan, ...state })
  // A resend, or a form in which nothing was touched.
  if (told.result === undefined && Object.keys({ ...told.from, ...told.to }).length === 0) return done(stored)
  const about = { activityId: _id, placeId: plan.branchId, key: versionOf(stored), ...told }
  // Place and time are part of the condition, so that no move between this one's reading and writing is forgotten.
  const changed = await updateAudited(
    { what: 'plan', by: nameForRecords(caller), at: now, ...about },
    'activities',
    { _id, state: stored.state, branchId, startsAt },
    {
      ...optional,
      ...plan,
      ...state,
      ...(isMoved && { movedFrom: adding({ branchId, startsAt }) }),
      ...(isTold && { changed: { at: now, startsAt, place } }),
    },
  )
  return changed ? done({ ...stored, ...state }) : refuse('wrong_state')
}

/** Whoever a plan names, by id. */
export async function readNamed(form: ActivityForm): Promise<Map<string, Member>> {
  const named = [...form.expectedIds, form.chairId, form.recorderId, form.lecturerId]
  const rows = await find('members', { _id: oneOf(named.filter((id) => id !== undefined)) })
  return new Map(rows.map((member) => [member._id, member]))
}

export const saveActivity = useCase('activity.save', loadPlanned, async (request, context, planned) => {
  const people = await readNamed(request.form)
  const isLater = cameLater(request.form, people, planned)
  const form = { ...request.form, expectedIds: request.form.expectedIds.filter((id) => !isLater(id)) }
  const refusal =
    checkForm(form, planned) ?? (request.publish ? await checkPlan(form, planned, context.now) : null)
  if (refusal) return refusal
  const timing = judgeInstant({ of: 'plan', ...form }, context.now, context.calendar)
  if (!timing.ok) return timing
  const unknown = checkPeople(form, people, planned)
  if (unknown) return unknown
  const { caller, now } = context
  const fresh = { openId: caller.openId, now }
  const tooMany =
    !planned.stored && (await limitNew('activities', idFrom(caller.openId, request.nonce), 'plan', fresh))
  if (tooMany) return tooMany
  const plan = planOf(form, people, planned)
  const { stored } = planned
  const outcome = stored
    ? await change(
        stored,
        plan,
        await lateAfter(stored, plan, timing.late, request, context),
        request,
        context,
      )
    : done(await create(plan, timing.late, request, context))
  return outcome.ok ? done({ activityId: outcome.data._id, state: outcome.data.state }) : outcome
})
