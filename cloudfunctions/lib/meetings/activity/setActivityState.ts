import type { Activity } from '@domain/activity/activity'
import { closesAt, effectiveState, opensAt } from '@domain/activity/effectiveState'
import { isJoint } from '@domain/activity/joint'
import { mayMove } from '@domain/activity/mayMove'
import { entersUntil } from '@domain/checkin/judgeInstant'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Outcome, type Refusal, refuse } from '@domain/contract/answer'
import { updateAudited, versionOf } from '../../entry/audit/audited'
import { aboutActivity } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { findById } from '../../store/find'
import { readParts } from '../../store/readJointMeetings'
import { alignParts } from './jointParts'
import { lateNow } from './lateEntry'

type Request = ParsedRequestOf<'activity.setState'>
type To = Request['to']

const told = { open: 'open', closed: 'close', cancelled: 'cancel' } as const
const stamps = { open: 'openedAt', closed: 'closedAt', cancelled: 'cancelledAt' } as const

function whyNot(activity: Activity, to: To, { now }: Context): Refusal | null {
  const state = effectiveState(activity, now)
  if (!mayMove(state, to)) return refuse('wrong_state')
  if (to !== 'open') return null
  if (now < opensAt(activity)) return refuse('too_early', { at: opensAt(activity) })
  // What is entered from a list, with another's word, is not run: it stays closed.
  return state === 'closed' && activity.late && now >= closesAt(activity) ? refuse('wrong_state') : null
}

/**
 * A meeting or service opened for the first time after one person alone may enter people (entersUntil) becomes a 补录: one says that it took
 * place, another confirms it. A 补录 that is opened again has to be confirmed again. That of a part was begun by another branch: whoever opens it is
 * the first of its own two.
 */
async function lateAfter(activity: Activity, to: To, context: Context): Promise<Pick<Activity, 'late'>> {
  const { now, calendar } = context
  if (to !== 'open') return {}
  const { late, state, jointOf, branchId } = activity
  const isFirst = state === 'published'
  if (late && !(isFirst && jointOf !== undefined)) return { late: { ...late, confirmed: null } }
  return isFirst && (late || now >= entersUntil(activity, calendar))
    ? { late: await lateNow(branchId, context) }
    : {}
}

/** Moves one meeting and gives it as it is then; wrong_state where somebody else has just moved it. */
async function move(
  activity: Activity,
  { to, reason }: Pick<Request, 'to' | 'reason'>,
  context: Context,
): Promise<Outcome<Activity>> {
  const { caller, now } = context
  const { _id, state } = activity
  const late = await lateAfter(activity, to, context)
  const again = effectiveState(activity, now) === 'closed'
  const change = {
    ...late,
    ...(to === 'open' && { closedAt: undefined, closedItself: undefined }),
    ...(to === 'open' && again && { reopenedAt: now }),
    ...(to === 'cancelled' && reason && { cancelReason: reason }),
    state: to,
    [stamps[to]]: now,
  }
  const by = nameForRecords(caller)
  const telling = { what: told[to], by, at: now, activityId: _id, key: versionOf(activity) }
  const states = { from: { state }, to: { ...late, state: to } }
  const isMoved = await updateAudited({ ...telling, ...states }, 'activities', { _id, state }, change)
  return isMoved ? done({ ...activity, ...change }) : refuse('wrong_state')
}

/** Out of which states a part follows. What a branch has closed, it does not lose because another one cancels its own. */
const followsFrom: Record<To, readonly Activity['state'][]> = {
  open: ['published', 'closed'],
  closed: ['open'],
  cancelled: ['published', 'open'],
}

/**
 * What is done to a joint meeting is done to its parts. A part that its branch enters afterwards is that branch's own to open, so that nobody else's
 * word stands in place of its second person's. `isAgain`: it is there already; what an earlier sending left undone is done.
 */
async function movePartsOf(
  whole: Activity,
  request: Pick<Request, 'to' | 'reason'>,
  isAgain: boolean,
  context: Context,
): Promise<void> {
  if (!isJoint(whole) || whole.jointOf !== undefined) return
  const { now, calendar } = context
  const { to } = request
  if (to !== 'cancelled') await alignParts(whole, context)
  for (const part of await readParts(whole._id)) {
    const state = effectiveState(part, now)
    if (!followsFrom[to].includes(state)) continue
    if (to === 'open' && (part.late || now >= entersUntil(part, calendar))) continue
    if (isAgain && state === 'closed') continue
    if (!whyNot(part, to, context)) await move(part, request, context)
  }
}

/** A branch that does not take part: the meeting names it no more, before its own part is cancelled. */
async function leave({ jointOf, branchId }: Activity, { caller, now }: Context): Promise<void> {
  const whole = jointOf === undefined ? null : await findById('activities', jointOf)
  if (!whole?.jointIds?.includes(branchId)) return
  const jointIds = whole.jointIds.filter((id) => id !== branchId)
  const { _id } = whole
  const told = { from: { jointIds: whole.jointIds }, to: { jointIds } }
  const about = { activityId: _id, placeId: branchId, key: versionOf(whole), ...told }
  const telling = { what: 'cancel' as const, by: nameForRecords(caller), at: now, ...about }
  const where = { _id, updatedAt: whole.updatedAt }
  await updateAudited(telling, 'activities', where, { jointIds: jointIds.length > 0 ? jointIds : undefined })
}

/** Opens, closes, opens again until the record stands, cancels. Asking for the state it is in already is answered as done: two phones may press at once. */
export const setActivityState = useCase(
  'activity.setState',
  aboutActivity,
  async (request, context, activity) => {
    const { to } = request
    const { now } = context
    const answer = (moved: Activity) => done({ activityId: moved._id, state: effectiveState(moved, now) })
    if (effectiveState(activity, now) === to) {
      await movePartsOf(activity, request, true, context)
      return answer(activity)
    }
    const refusal = whyNot(activity, to, context)
    if (refusal) return refusal
    if (to === 'cancelled') await leave(activity, context)
    const moved = await move(activity, request, context)
    if (!moved.ok) return moved
    await movePartsOf(moved.data, request, false, context)
    return answer(moved.data)
  },
)
