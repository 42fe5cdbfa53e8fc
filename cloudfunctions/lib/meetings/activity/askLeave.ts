import type { Activity } from '@domain/activity/activity'
import { effectiveState } from '@domain/activity/effectiveState'
import { attendanceId, leaveId } from '@domain/checkin/attendance'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Refusal, refuse } from '@domain/contract/answer'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { dayOf } from '@domain/time/day'
import { aboutActivity } from '../../entry/targets'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { not } from '../../store/conditions'
import { findById } from '../../store/find'
import { insertOnce } from '../../store/insertOnce'
import { updateWhere } from '../../store/updateWhere'

interface Leaving {
  member: Member
  activity: Activity
}
type Request = ParsedRequestOf<'activity.leave'>

/** Expected, or offered by one's own community: 因故不能参加 closes the month's gap without a list. */
const concerns = ({ expected, kind, hostId }: Activity, member: Member): boolean =>
  expected.some(({ memberId }) => memberId === member._id) ||
  (kind === 'community_service' && hostId === member.communityId)

/** Only someone it concerns can be excused; for everyone else there is no such activity. */
async function load(request: Request, { caller: { member } }: Context): Promise<Found<Leaving> | null> {
  if (!member) return null
  const found = await aboutActivity(request)
  if (!found || !concerns(found.loaded, member)) return null
  return { about: { ...found.about, memberId: member._id }, loaded: { member, activity: found.loaded } }
}

function whyNot(activity: Activity, now: number): Refusal | null {
  switch (effectiveState(activity, now)) {
    case 'published':
    case 'open':
      return now >= activity.endsAt ? refuse('ended', { at: activity.endsAt }) : null
    case 'cancelled':
      return refuse('activity_cancelled')
    case 'closed':
    case 'recorded':
      return refuse('ended')
    case 'draft':
      return refuse('forbidden')
  }
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

/** 请假, or taking it back. One fact a person and activity: asked for, annulled, renewed. */
export const askLeave = useCase('activity.leave', load, async (request, { now }, leaving) => {
  const { member, activity } = leaving
  const refusal = whyNot(activity, now)
  if (refusal) return refusal
  const registered = await findById('facts', attendanceId(activity._id, member._id))
  if (registered && !registered.annulled) {
    return refuse('already_registered', { firstAt: registered.occurredAt, way: registered.way })
  }
  const fact = leaveFact(leaving, request, now)
  const { _id, nonce } = fact
  if (!request.leave) {
    const annulled = { at: now, by: member._id, reason: '' }
    await updateWhere('facts', { _id, annulled: null }, { annulled })
  } else if ((await insertOnce('facts', fact)) === 'duplicate') {
    await updateWhere('facts', { _id, annulled: not(null) }, { annulled: null, nonce, reason: fact.reason })
  }
  return done({ activityId: activity._id, onLeave: request.leave })
})
