import type { Activity } from '@domain/activity/activity'
import { isFewerThanHalf } from '@domain/activity/quorum'
import { committeeOf } from '@domain/org/committeeOf'
import { treeAsOf } from '@domain/org/asOf'
import type { Minuted } from '@domain/papers/minutesFields'
import { dayOf } from '@domain/time/day'
import type { Context } from '../entry/useCase'
import { recordOf, type Seen } from '../meetings/activity/activityRecord'
import { isRegistered, isWaiting } from '../store/readRoll'

function committeeFor(activity: Activity, { roll, people }: Seen): Minuted['committee'] {
  const seats = committeeOf([...people.values()], activity.branchId, dayOf(activity.startsAt))
  const present = seats.filter((id) => isRegistered(roll.attendance.get(id))).length
  return { seats: seats.length, present, isBelowHalf: isFewerThanHalf(present, seats.length) }
}

/** The branch, or of a 中心组 its unit, by the name it had on the day of a meeting. */
export const organisationThen = (
  { branchId, startsAt }: Pick<Activity, 'branchId' | 'startsAt'>,
  { register }: Pick<Context, 'register'>,
): string => treeAsOf(register, dayOf(startsAt)).get(branchId)?.name ?? ''

/** A meeting's record as its page shows it, with what its paper says besides: by the names that organisations had that day. */
export function minutedOf(activity: Activity, seen: Seen, context: Context): Minuted {
  const { hostId, hostType, startsAt, kind, carries } = activity
  const then = treeAsOf(context.register, dayOf(startsAt))
  const groupName = hostType === 'group' ? then.get(hostId)?.name : undefined
  return {
    record: recordOf(activity, seen, context),
    organisation: organisationThen(activity, context),
    ...(groupName !== undefined && { groupName }),
    carries,
    waiting: [...seen.roll.attendance.values()].filter(isWaiting).length,
    ...(kind === 'committee_meeting' && { committee: committeeFor(activity, seen) }),
  }
}
