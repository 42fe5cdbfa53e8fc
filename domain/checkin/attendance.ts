import type { Activity } from '@domain/activity/activity'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { dayOf } from '@domain/time/day'
import { awaitsSecond } from '../activity/lateEntry'
import type { Way } from '../contract/words'

/** What is entered, however it is entered. */
export interface Entry {
  activity: Activity
  member: Member
  way: Way
  /** When the member came (ms); not when it arrived here. */
  occurredAt: number
  /** memberId of who entered it. */
  by: string
  nonce: string
  fromAlbum?: boolean | undefined
  /** Nobody's word but the own one: it waits for a second person. */
  waits?: boolean
  /** Who is asked: of a back-fill a member, or the work committee; of one's own word the branch (its runners), or the work committee. */
  witnessId?: string
  reason?: string
  /** 申请更正: the member asks the community to look again (ms). */
  askedAt?: number
}

export const attendanceId = (activityId: string, memberId: string): string => `${activityId}_${memberId}`
export const leaveId = (activityId: string, memberId: string): string =>
  `${attendanceId(activityId, memberId)}_leave`

/** 报名 to a service. */
export const enrolmentId = (activityId: string, memberId: string): string =>
  `${attendanceId(activityId, memberId)}_enrol`

/**
 * The confirmation an entry begins with. A back-fill, and whatever `waits`, begins without and waits for its second person. At a community's
 * service a scan of the staff's screen, a member code or a tick is confirmed at once; poster and paper list wait for the staff, unless the
 * whole service does as a 补录. At any other meeting none is needed.
 */
function confirmationOf({ way, activity, waits }: Entry, now: number): Pick<Fact, 'confirmed'> {
  if (way === 'backfill' || waits) return { confirmed: null }
  if (activity.hostType !== 'community') return {}
  const waitsForStaff = (way === 'poster' || way === 'paper') && !awaitsSecond(activity)
  return { confirmed: waitsForStaff ? null : { at: now, by: activity.hostId } }
}

/** The record of an entry, before it is stored. */
export function attendance(entry: Entry, guest: boolean, now: number): Fact {
  const { activity, member, way, occurredAt, by, nonce } = entry
  const occurredOn = dayOf(occurredAt)
  return {
    _id: attendanceId(activity._id, member._id),
    kind: 'attendance',
    memberId: member._id,
    branchId: membershipOn(member, occurredOn)?.branchId ?? activity.branchId,
    hostId: activity.hostId,
    activityId: activity._id,
    activityKind: activity.kind,
    occurredAt,
    occurredOn,
    recordedAt: now,
    way,
    by,
    nonce,
    ...(guest && { guest }),
    ...(entry.fromAlbum && { fromAlbum: true }),
    ...confirmationOf(entry, now),
    ...(entry.witnessId !== undefined && { witnessId: entry.witnessId }),
    ...(entry.reason !== undefined && { reason: entry.reason }),
    ...(entry.askedAt !== undefined && { askedAt: entry.askedAt }),
    updatedAt: new Date(now),
  }
}
