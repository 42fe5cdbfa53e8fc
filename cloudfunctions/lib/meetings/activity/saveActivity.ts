import { mayDo } from '@domain/access/mayDo'
import type { Activity } from '@domain/activity/activity'
import { judgeInstant } from '@domain/checkin/judgeInstant'
import type { ParsedRequestOf } from '@domain/contract/actions'
import type { ActivityForm } from '@domain/contract/activity'
import { done, type Refusal } from '@domain/contract/answer'
import type { Member } from '@domain/org/member'
import { branchOf } from '@domain/org/tree'
import { insertAudited } from '../../entry/audit/audited'
import { limitNew } from '../../entry/limit'
import { targetOf } from '../../entry/targets'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { wordOf } from '../../entry/word'
import { idFrom } from '../../ground/idFrom'
import { oneOf } from '../../store/conditions'
import { find, findById } from '../../store/find'
import { publishing } from './activityForm'
import { cameLater, checkForm, checkPeople, checkPlan, type Planned } from './checkPlan'
import { alignSaved, checkJoint, formOfPart } from './jointParts'
import { lateNow } from './lateEntry'
import { change, type Plan, planOf, planTold } from './writePlan'

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
  const follow = () => alignSaved(activity, null, wordOf(context))
  if (await insertAudited(telling, 'activities', activity, follow)) return activity
  return (await findById('activities', activity._id)) ?? activity
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

/** Whoever a plan names, by id. */
export async function readNamed(form: ActivityForm): Promise<Map<string, Member>> {
  const named = [...form.expectedIds, form.chairId, form.recorderId, form.lecturerId]
  const rows = await find('members', { _id: oneOf(named.filter((id) => id !== undefined)) })
  return new Map(rows.map((member) => [member._id, member]))
}

/** What is asked for, without those who came to the branch only after its day; of a part what its branch may say. */
function askedForm({ form }: Request, people: Map<string, Member>, planned: Planned) {
  const asked = planned.stored?.jointOf === undefined ? form : formOfPart(form, planned.stored)
  if ('reason' in asked) return asked
  const isLater = cameLater(asked, people, planned)
  return { ...asked, expectedIds: asked.expectedIds.filter((id) => !isLater(id)) }
}

/** `form`: as it is to be saved. */
async function whyNot(
  form: ActivityForm,
  { publish, nonce }: Request,
  people: Map<string, Member>,
  planned: Planned,
  context: Context,
): Promise<Refusal | null> {
  const { now, caller } = context
  const refusal =
    checkForm(form, planned) ??
    (publish ? await checkPlan(form, planned, now) : null) ??
    (await checkJoint(form, planned, context))
  if (refusal) return refusal
  const timing = judgeInstant({ of: 'plan', ...form }, now, context.calendar)
  if (!timing.ok) return timing
  const unknown = checkPeople(form, people, planned)
  if (unknown || planned.stored) return unknown
  return limitNew('activities', idFrom(caller.openId, nonce), 'plan', { openId: caller.openId, now })
}

export const saveActivity = useCase('activity.save', loadPlanned, async (request, context, planned) => {
  const people = await readNamed(request.form)
  const form = askedForm(request, people, planned)
  if ('reason' in form) return form
  const refusal = await whyNot(form, request, people, planned, context)
  if (refusal) return refusal
  const timing = judgeInstant({ of: 'plan', ...form }, context.now, context.calendar)
  const isLate = timing.ok && timing.late
  const plan = planOf(form, people, planned)
  const { stored } = planned
  const word = wordOf(context)
  const outcome = stored
    ? await change(
        stored,
        {
          ...{ plan, publish: request.publish },
          late: await lateAfter(stored, plan, isLate, request, context),
          follow: (changed) => alignSaved(changed, stored, word),
        },
        word,
      )
    : done(await create(plan, isLate, request, context))
  if (!outcome.ok) return outcome
  return done({ activityId: outcome.data._id, state: outcome.data.state })
})
