import type { JudgedActivity } from '../activity/activity'
import { meetingKey } from '../activity/joint'
import type { ActivityKind } from '../contract/words'
import { communityIdsOn } from '../org/communities'
import type { Member } from '../org/member'
import { dayOf } from '../time/day'
import { factsOf } from './factsOf'
import { heldState, isOfPeriod, kindAmong, lackOf, plannedActivity } from './judgeActivity'
import type { Question } from './question'
import type { PlannedRecord } from './seenRecord'

const nothing: readonly JudgedActivity[] = []

/** Whether the member is registered at it (struck out or not) or on leave from it: then it can fill no gap of theirs any more. */
const hasAnswered = ({ facts, activities }: Question, member: Member, activity: JudgedActivity): boolean => {
  const key = meetingKey(activity)
  const isIt = (id = '') => id === activity._id || meetingKey(activities.byId.get(id) ?? { _id: id }) === key
  return (
    factsOf(facts, member._id, 'attendance').some((fact) => isIt(fact.activityId)) ||
    factsOf(facts, member._id, 'leave').some(
      (fact) => isIt(fact.activityId) && !fact.annulled && fact.confirmed !== null,
    )
  )
}

/** A joint meeting once, also for whom two of its branches expect. */
const eachOnce = (meetings: readonly JudgedActivity[]): JudgedActivity[] => {
  const first = new Map<string, JudgedActivity>()
  for (const meeting of meetings) {
    const key = meetingKey(meeting)
    if (!first.has(key)) first.set(key, meeting)
  }
  return [...first.values()]
}

/** One's own community's service, or another's that one has enrolled for: what the member's own pages offer. */
const isOpenTo = ({ facts, now }: Question, member: Member, { _id, hostId }: JudgedActivity): boolean =>
  communityIdsOn(member, dayOf(now)).includes(hostId) ||
  factsOf(facts, member._id, 'enrolment').some((fact) => fact.activityId === _id && !fact.annulled)

/** What the calendar still offers this member: where expected and not on leave, and the services open to them. */
export const planAttended = (
  question: Question,
  member: Member,
  kinds: readonly ActivityKind[],
): PlannedRecord[] => {
  const { activities, duty, now, from } = question
  const { expecting, open } = activities.announced
  const isOffered = (activity: JudgedActivity): boolean => {
    const kind = isOfPeriod(activity, question) ? kindAmong(activity, kinds) : undefined
    if (!kind || heldState(activity, now) !== 'planned' || lackOf(activity, kind, duty)) return false
    return !hasAnswered(question, member, activity)
  }
  const expected = expecting.get(member._id)?.filter(isOffered) ?? nothing
  // Ascending by start: when the last one begins before the period, none is in it.
  const mayBeOpen = kinds.includes('community_service') && (open[open.length - 1]?.startsAt ?? 0) >= from
  const services = mayBeOpen
    ? open.filter((activity) => isOffered(activity) && isOpenTo(question, member, activity))
    : nothing
  if (expected.length + services.length === 0) return []
  return eachOnce([...expected, ...services].sort((a, b) => a.startsAt - b.startsAt)).map(plannedActivity)
}
