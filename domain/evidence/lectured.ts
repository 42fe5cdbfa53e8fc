import type { JudgedActivity } from '../activity/activity'
import { meetingKey } from '../activity/joint'
import type { Member } from '../org/member'
import { isInForce } from '../org/membershipOn'
import { dayOf } from '../time/day'
import { seenActivity } from './held'
import { heldState, isOfPeriod, lackOf, plannedActivity } from './judgeActivity'
import { nothingSeen, put, type Question, type Seen } from './question'
import type { NotCountedReason } from './seenRecord'

const isAtContactPoint = (activity: JudgedActivity, member: Member): boolean => {
  const day = dayOf(activity.startsAt)
  return (member.contactPoints ?? []).some(
    (point) => point.branchId === activity.branchId && isInForce(point, day),
  )
}

/**
 * Which of a county leader's lectures fill DUTIES row 8: all given elsewhere than at the contact point; where there are none, the second one
 * given at it. All others given there are for DUTIES row 9, so that no lecture stands in both.
 */
const ofRowEight = (lectures: readonly JudgedActivity[], member: Member): JudgedActivity[] => {
  const elsewhere = lectures.filter((activity) => !isAtContactPoint(activity, member))
  return elsewhere.length > 0 ? elsewhere : lectures.slice(1, 2)
}

/** Why a lecture that was held, or will be, is not one of this duty's. `held`: those that stand already, in order. */
const placed = (
  activity: JudgedActivity,
  held: readonly JudgedActivity[],
  { duty }: Question,
  member: Member,
): NotCountedReason | null => {
  const isOfContactDuty = duty.conditions.includes('own_contact_point')
  if (!isAtContactPoint(activity, member)) return isOfContactDuty ? 'not_at_contact_point' : null
  if (member.cadre !== 'county') return null
  const known = held.includes(activity) ? held : [...held, activity]
  const isOfEight = ofRowEight(known, member).includes(activity)
  if (isOfContactDuty) return isOfEight ? 'used_for_leader_lecture' : null
  return isOfEight || !duty.conditions.includes('not_used_by_contact_lecture')
    ? null
    : 'used_for_contact_point'
}

/**
 * A lecture to several branches is one, whichever of their parts stands in the evidence: of those that took place the one at the own 联系点, else
 * the first.
 */
const eachOnce = (given: readonly JudgedActivity[], member: Member, now: number): JudgedActivity[] => {
  const chosen = new Map<string, JudgedActivity>()
  const rank = (activity: JudgedActivity) =>
    (heldState(activity, now) === 'held' ? 2 : 0) + (isAtContactPoint(activity, member) ? 1 : 0)
  for (const activity of given) {
    const key = meetingKey(activity)
    const other = chosen.get(key)
    if (!other || rank(activity) > rank(other)) chosen.set(key, activity)
  }
  return given.filter((activity) => chosen.get(meetingKey(activity)) === activity)
}

/** 党课 the member gave, counted from the lecturer and not from attendance. */
export const collectLectured = (question: Question, member: Member): Seen => {
  const { activities, duty, now } = question
  const seen = nothingSeen()
  const own = (activities.byKind.get('lecture') ?? []).filter(
    (activity) => activity.lecturerId === member._id && isOfPeriod(activity, question),
  )
  const given = eachOnce(own, member, now)
  const held = given.filter(
    (activity) => heldState(activity, now) === 'held' && lackOf(activity, 'lecture', duty) === null,
  )
  for (const activity of given) {
    const state = heldState(activity, now)
    const lack = lackOf(activity, 'lecture', duty) ?? placed(activity, held, question, member)
    if (state === 'held' || (state === 'planned' && lack !== null)) put(seen, seenActivity(activity), lack)
    else if (state === 'planned') seen.planned.push(plannedActivity(activity))
    else if (state !== null) put(seen, seenActivity(activity), state)
  }
  return seen
}
