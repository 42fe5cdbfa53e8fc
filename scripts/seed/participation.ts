import type { Activity } from '@domain/activity/activity'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { DAY, dayAt, HOUR, MINUTE } from './calendar'
import { aFactOf } from './facts'
import { branchOn, goesOut, type People } from './people'
import { Random } from './random'

/** What every fact of a member at a service has in common; null when the member is held back or belongs nowhere that day. */
function coreOf(member: Member, activity: Activity) {
  const day = dayAt(activity.startsAt)
  const branchId = branchOn(member, day)
  if (!branchId || !goesOut(member, day)) return null
  const { _id: activityId, kind: activityKind, hostId } = activity
  return { memberId: member._id, branchId, hostId, activityId, activityKind }
}

/** A code shown by staff confirms by itself; a list is confirmed by the community a day or two later. */
export function participation(
  member: Member,
  activity: Activity,
  people: People,
  mustScan = false,
): Fact | null {
  const core = coreOf(member, activity)
  if (!core) return null
  const random = new Random('part', activity._id, member.order)
  const scans = people.isBound(member._id, activity.startsAt) && (random.chance(0.92) || mustScan)
  const occurredAt = activity.startsAt + random.int(-12, 20) * MINUTE + random.int(0, 59_999)
  const later = activity.endsAt + random.int(3, 50) * HOUR
  return aFactOf(`${activity._id}_${member._id}`, {
    kind: 'attendance',
    ...core,
    occurredAt: scans ? occurredAt : activity.startsAt,
    recordedAt: scans ? occurredAt : activity.endsAt + 10 * MINUTE,
    way: scans ? 'scan' : 'paper',
    by: scans ? member._id : activity.hostId,
    confirmed: { at: scans ? occurredAt : later, by: activity.hostId },
  })
}

/** By the poster or on the list: nobody of the community has looked at it yet. */
export function unconfirmed(
  member: Member,
  activity: Activity,
  way: 'poster' | 'paper',
  minutes: number,
): Fact | null {
  const core = coreOf(member, activity)
  if (!core) return null
  const seconds = new Random('seconds', activity._id, member.order).int(0, 59_999)
  return aFactOf(`${activity._id}_${member._id}`, {
    kind: 'attendance',
    ...core,
    occurredAt: activity.startsAt + minutes * MINUTE + seconds,
    way,
    by: way === 'poster' ? member._id : activity.hostId,
    confirmed: null,
  })
}

/** 报名, some time between the notice and the day; a few take it back. It stands on the day of the service, as a leave does. */
export function enrolment(member: Member, activity: Activity): Fact | null {
  const core = coreOf(member, activity)
  if (!core) return null
  const random = new Random('enrolment', activity._id, member.order)
  const from = activity.publishedAt ?? activity.startsAt - DAY
  const recordedAt = from + Math.floor(random.next() * (activity.startsAt - HOUR - from))
  const backAt = recordedAt + random.int(1, 20) * HOUR
  const isTakenBack = random.chance(0.06) && backAt < activity.startsAt
  return aFactOf(`${activity._id}_${member._id}_enrol`, {
    kind: 'enrolment',
    ...core,
    occurredAt: activity.startsAt,
    recordedAt,
    way: 'self',
    by: member._id,
    ...(isTakenBack && { annulled: { at: backAt, by: member._id, reason: '' } }),
  })
}
