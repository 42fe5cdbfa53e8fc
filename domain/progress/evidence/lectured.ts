import type { Activity } from '../../activity/activity'
import { isInForce } from '../../org/membershipOn'
import type { Member } from '../../org/member'
import { dayOf } from '../../period/day'
import type { NotCountedReason } from '../progress'
import { seenActivity } from './held'
import { heldState, isOfPeriod, lackOf, plannedActivity } from './judgeActivity'
import { nothingSeen, put } from './question'
import type { Question, Seen } from './question'

const isAtContactPoint = (activity: Activity, member: Member): boolean => {
  const day = dayOf(activity.startsAt)
  return (member.contactPoints ?? []).some(
    (point) => point.branchId === activity.branchId && isInForce(point, day),
  )
}

/** 党课 the member gave, counted from the lecturer and not from attendance. One lecture never fills both duties (row 9): the contact
 * point's takes the first given there, the other one all the rest. */
export const collectLectured = (question: Question, member: Member): Seen => {
  const { activities, duty, now } = question
  const seen = nothingSeen()
  const given = (activities.byKind.get('lecture') ?? []).filter(
    (activity) => activity.lecturerId === member._id && isOfPeriod(activity, question),
  )
  const counts = (activity: Activity) =>
    heldState(activity, now) === 'held' && lackOf(activity, 'lecture', duty) === null
  const takenByContactPoint =
    duty.conditions.includes('not_used_by_contact_lecture') && member.cadre === 'county'
      ? given.find((activity) => counts(activity) && isAtContactPoint(activity, member))
      : undefined
  const placed = (activity: Activity): NotCountedReason | null => {
    if (activity === takenByContactPoint) return 'used_for_contact_point'
    const elsewhere = duty.conditions.includes('own_contact_point') && !isAtContactPoint(activity, member)
    return elsewhere ? 'not_at_contact_point' : null
  }
  for (const activity of given) {
    const state = heldState(activity, now)
    const lack = lackOf(activity, 'lecture', duty) ?? placed(activity)
    if (state === 'planned' && lack === null) seen.planned.push(plannedActivity(activity))
    else if (state === 'activity_cancelled' || state === 'not_yet_closed')
      put(seen, seenActivity(activity), state)
    else if (state !== null) put(seen, seenActivity(activity), lack)
  }
  return seen
}
