import { weightOf } from '@domain/access/oneself'
import type { Activity } from '@domain/activity/activity'
import { attendance } from '@domain/checkin/attendance'
import { judgeInstant } from '@domain/checkin/judgeInstant'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Refusal, refuse } from '@domain/contract/answer'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { insertAudited, updateAudited } from '../../entry/audit/audited'
import { limitEntered, limitNew } from '../../entry/limit'
import { type Context, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { wordOf } from '../../entry/word'
import { idFrom } from '../../ground/idFrom'
import { findById } from '../../store/find'
import { insertMany } from '../../store/insertOnce'
import { publishing } from './activityForm'
import { cameLater, checkForm, checkPeople, checkPlan, type Planned } from './checkPlan'
import { alignSaved, checkJoint } from './jointParts'
import { lateNow } from './lateEntry'
import { loadPlanned, readNamed } from './saveActivity'
import { planOf, planTold } from './writePlan'

type Request = ParsedRequestOf<'activity.enterHeld'>

/** Who was there and who was not are two lists, of those expected. */
function rollRefusal({ form, presentIds, absent }: Request): Refusal | null {
  const expected = new Set(form.expectedIds)
  const here = new Set(presentIds)
  const away = new Set(absent.map(({ memberId }) => memberId))
  if (here.size === 0 || here.size < presentIds.length || presentIds.some((id) => !expected.has(id)))
    return refuse('invalid_request', { path: 'presentIds' })
  const isWrong = (id: string) => !expected.has(id) || here.has(id)
  return away.size < absent.length || [...away].some(isWrong)
    ? refuse('invalid_request', { path: 'absent.memberId' })
    : null
}

async function whyNot(
  request: Request,
  planned: Planned,
  people: Map<string, Member>,
  context: Context,
): Promise<Refusal | null> {
  const { form } = request
  const { now, calendar } = context
  const refusal =
    checkForm(form, planned) ??
    (await checkPlan(form, planned, now)) ??
    (await checkJoint(form, planned, context))
  if (refusal) return refusal
  const timing = judgeInstant({ of: 'plan', ...form }, now, calendar)
  if (!timing.ok) return timing
  if (form.endsAt > now) return refuse('wrong_times')
  return checkPeople(form, people, planned) ?? rollRefusal(request)
}

/**
 * Begins as one that was announced and never opened, so that one cut short stands under 待办 to be entered to the end. `openedAt` says that its
 * roll is begun: it is moved to no other day.
 */
async function heldMeeting(
  { form, absent, nonce }: Request,
  planned: Planned,
  people: Map<string, Member>,
  context: Context,
): Promise<Activity> {
  const { caller, now } = context
  const plan = planOf(form, people, planned)
  return {
    ...plan,
    ...publishing(now),
    _id: idFrom(caller.openId, nonce),
    absences: absent,
    createdBy: nameForRecords(caller),
    nonce,
    openedAt: now,
    late: await lateNow(plan.branchId, context),
    updatedAt: new Date(now),
  }
}

/** Everybody who was there, at the hour of the meeting; whoever enters it as well: the second person confirms the whole roll. */
function factsOf(
  activity: Activity,
  { presentIds, nonce }: Request,
  people: Map<string, Member>,
  context: Context,
) {
  const { caller, now } = context
  return presentIds.flatMap((id): Fact[] => {
    const member = people.get(id)
    if (!member || weightOf({ what: 'roll' }, caller, { memberId: id }) === 'refused') return []
    const by = nameForRecords(caller)
    const entry = { activity, member, way: 'paper' as const, occurredAt: activity.startsAt, by, nonce }
    return [attendance(entry, false, now)]
  })
}

async function write(request: Request, planned: Planned, people: Map<string, Member>, context: Context) {
  const { caller, now } = context
  const by = nameForRecords(caller)
  const fresh = await heldMeeting(request, planned, people, context)
  const { _id, branchId: placeId } = fresh
  const { from: _, ...told } = planTold({ expected: [] }, fresh)
  const telling = {
    what: 'plan' as const,
    by,
    at: now,
    activityId: _id,
    placeId,
    key: request.nonce,
    ...told,
  }
  // What the other branches did that day is theirs to enter: each finds its part under 待办.
  const follow = () => alignSaved(fresh, null, wordOf(context))
  const isNew = await insertAudited(telling, 'activities', fresh, follow)
  const activity = isNew ? fresh : ((await findById('activities', _id)) ?? fresh)
  if (activity.state !== 'published') return
  await insertMany('facts', factsOf(activity, request, people, context))
  const closing = {
    ...{ what: 'close' as const, by, at: now, activityId: _id, key: request.nonce },
    ...{ from: { state: 'published' }, to: { state: 'closed' } },
  }
  await updateAudited(closing, 'activities', { _id, state: 'published' }, { state: 'closed', closedAt: now })
}

/** Without those who came to the branch only after that day: they were neither there nor missing. */
function ofThen(asked: Request, people: Map<string, Member>, planned: Planned): Request {
  const isLater = cameLater(asked.form, people, planned)
  return {
    ...asked,
    form: { ...asked.form, expectedIds: asked.form.expectedIds.filter((id) => !isLater(id)) },
    presentIds: asked.presentIds.filter((id) => !isLater(id)),
    absent: asked.absent.filter(({ memberId }) => !isLater(memberId)),
  }
}

/** 补录 of a meeting nobody planned, in one go: the meeting, its roll, and that it is over. */
export const enterHeld = useCase('activity.enterHeld', loadPlanned, async (asked, context, planned) => {
  const { caller, now } = context
  const people = await readNamed(asked.form)
  const request = ofThen(asked, people, planned)
  const refusal = await whyNot(request, planned, people, context)
  if (refusal) return refusal
  const activityId = idFrom(caller.openId, request.nonce)
  const tooMany =
    (await limitNew('activities', activityId, 'plan', { openId: caller.openId, now })) ??
    (await limitEntered(nameForRecords(caller), now))
  if (tooMany) return tooMany
  await write(request, planned, people, context)
  return done({ activityId, present: request.presentIds.length })
})
