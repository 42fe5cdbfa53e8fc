import type { Activity } from '@domain/activity/activity'
import { effectiveState } from '@domain/activity/effectiveState'
import { leaveStanding, leaveWaits, mayAskLeave } from '@domain/checkin/leaveOf'
import { attendanceId, leaveId } from '@domain/checkin/attendance'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Refusal, refuse } from '@domain/contract/answer'
import type { Fact } from '@domain/fact/fact'
import { communityIdsOn } from '@domain/org/communities'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { type Day, dayOf } from '@domain/time/day'
import { aboutActivity } from '../../entry/targets'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { askedAt } from '../../people/register/secondPersons'
import { findById } from '../../store/find'
import { insertOnce } from '../../store/insertOnce'
import { updateWhere } from '../../store/updateWhere'

interface Leaving {
  member: Member
  activity: Activity
}
type Request = ParsedRequestOf<'activity.leave'>

/** Expected, or offered by one's own community: 因故不能参加 closes the month's gap without a list. */
const concerns = ({ expected, kind, hostId }: Activity, member: Member, today: Day): boolean =>
  expected.some(({ memberId }) => memberId === member._id) ||
  (kind === 'community_service' && communityIdsOn(member, today).includes(hostId))

/** Only someone it concerns can be excused; for everyone else there is no such activity. */
async function load(
  request: Request,
  { caller: { member }, today }: Context,
): Promise<Found<Leaving> | null> {
  if (!member) return null
  const found = await aboutActivity(request)
  if (!found || !concerns(found.loaded, member, today)) return null
  return { about: { ...found.about, memberId: member._id }, loaded: { member, activity: found.loaded } }
}

/** Who said no, or wrote down why one was absent, has answered; what waits is taken back until the record stands, all else until the end. */
function whyNot(
  { activity, member }: Leaving,
  known: Fact | null,
  { leave }: Request,
  now: number,
): Refusal | null {
  const state = effectiveState(activity, now)
  if (state === 'draft') return refuse('forbidden')
  if (state === 'cancelled') return refuse('activity_cancelled')
  if (!mayAskLeave(activity, state, now)) return refuse('ended', { at: activity.endsAt })
  if (!leaveWaits(activity, state, now)) return null
  const standing = leaveStanding(known ?? undefined)
  if (!leave)
    return standing === 'in_force' && now >= activity.endsAt ? refuse('ended', { at: activity.endsAt }) : null
  const isSettled = activity.absences.some(({ memberId }) => memberId === member._id)
  return standing === 'declined' || isSettled ? refuse('leave_settled') : null
}

/** Of a meeting that has begun: whoever runs it is asked; of whom nobody else runs the branch, the work committee. */
async function askedFor({ member, activity }: Leaving, context: Context): Promise<Partial<Fact>> {
  const { now } = context
  if (!leaveWaits(activity, effectiveState(activity, now), now)) return {}
  const { hostType, branchId } = activity
  const asked = hostType === 'unit' ? branchId : await askedAt(branchId, member._id, context)
  return { confirmed: null, witnessId: asked }
}

function leaveFact({ member, activity }: Leaving, { reason, nonce }: Request, now: number): Fact {
  const occurredOn = dayOf(activity.startsAt)
  return {
    _id: leaveId(activity._id, member._id),
    kind: 'leave',
    memberId: member._id,
    branchId: membershipOn(member, occurredOn)?.branchId ?? activity.branchId,
    hostId: activity.hostId,
    activityId: activity._id,
    activityKind: activity.kind,
    occurredAt: activity.startsAt,
    occurredOn,
    recordedAt: now,
    way: 'self',
    by: member._id,
    nonce,
    ...(reason && { reason }),
    updatedAt: new Date(now),
  }
}

/** One fact a person and activity: asked for, or asked for again after it was taken back. */
async function ask(fact: Fact): Promise<void> {
  if ((await insertOnce('facts', fact)) === 'inserted') return
  const { _id, memberId, nonce, reason, recordedAt, confirmed, witnessId } = fact
  const renewed = { nonce, reason, recordedAt, confirmed, witnessId, annulled: null }
  await updateWhere('facts', { _id, 'annulled.by': memberId }, renewed)
}

/** 请假, or taking it back. Once the meeting has begun it waits for whoever runs it. */
export const askLeave = useCase('activity.leave', load, async (request, context, leaving) => {
  const { now } = context
  const { member, activity } = leaving
  const _id = leaveId(activity._id, member._id)
  const [known, registered] = await Promise.all([
    findById('facts', _id),
    findById('facts', attendanceId(activity._id, member._id)),
  ])
  const refusal = whyNot(leaving, known, request, now)
  if (refusal) return refusal
  if (registered && !registered.annulled) {
    return refuse('already_registered', { firstAt: registered.occurredAt, way: registered.way })
  }
  const asked = request.leave ? await askedFor(leaving, context) : {}
  if (request.leave) await ask({ ...leaveFact(leaving, request, now), ...asked })
  else
    await updateWhere('facts', { _id, annulled: null }, { annulled: { at: now, by: member._id, reason: '' } })
  const waits = request.leave && leaveStanding(known ?? undefined) !== 'in_force' && asked.confirmed === null
  return done({ activityId: activity._id, onLeave: request.leave, ...(waits && { waits }) })
})
