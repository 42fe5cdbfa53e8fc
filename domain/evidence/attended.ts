import type { JudgedActivity } from '../activity/activity'
import { meetingKey } from '../activity/joint'
import { awaitsSecond } from '../activity/lateEntry'
import type { ActivityKind, FactKind } from '../contract/words'
import type { JudgedFact } from '../fact/fact'
import type { Member } from '../org/member'
import { factsOf, happenedIn } from './factsOf'
import { heldState, isOfPeriod, kindAmong, lackOf } from './judgeActivity'
import { judgeFact, seenFact } from './judgeFact'
import { ownMeetings } from './offered'
import { planAttended } from './planned'
import { nothingSeen, put, type Question, type Seen } from './question'
import type { NotCountedReason } from './seenRecord'

/** Kinds of facts that say what somebody has attended, or may still: no others are looked at here. */
export const factsOfAttending: readonly FactKind[] = ['attendance', 'make_up', 'leave', 'enrolment', 'excuse']

/** Why a registration does not count for a kind. Without its activity a fact is known by its kind alone, and nobody knows the host. */
const reasonAgainst = (
  fact: JudgedFact,
  activity: JudgedActivity | undefined,
  kind: ActivityKind,
  { duty }: Question,
): NotCountedReason | null => {
  if (fact.annulled) return 'annulled'
  if (activity?.state === 'cancelled') return 'activity_cancelled'
  if (activity && awaitsSecond(activity)) return 'waiting_confirmation'
  if (activity) return lackOf(activity, kind, duty) ?? judgeFact(fact, duty)
  return duty.conditions.includes('hosted_by_community') ? 'not_hosted_by_community' : judgeFact(fact, duty)
}

/** 补学 stands for having been at a study that was held; whoever was there after all has nothing to make up. */
const reasonAgainstMakeUp = (
  fact: JudgedFact,
  activity: JudgedActivity,
  wasThere: boolean,
  { duty, now }: Question,
): NotCountedReason | null => {
  if (fact.annulled) return 'annulled'
  if (activity.state === 'cancelled') return 'activity_cancelled'
  if (awaitsSecond(activity)) return 'waiting_confirmation'
  if (heldState(activity, now) !== 'held') return 'not_yet_closed'
  return wasThere ? 'attended_itself' : judgeFact(fact, duty)
}

/** Of an activity's id the meeting people were at: of a joint one the same for each branch's part. */
const meetingOf = (activityId: string, { activities }: Question): string =>
  meetingKey(activities.byId.get(activityId) ?? { _id: activityId })

const kindOf = (fact: JudgedFact, activity: JudgedActivity | undefined, kinds: readonly ActivityKind[]) =>
  activity ? kindAmong(activity, kinds) : kinds.find((kind) => kind === fact.activityKind)

/**
 * 因故不能参加: said of the period as a whole, or of one community's service held in it.
 */
const hasDeclined = (question: Question, member: Member, kinds: readonly ActivityKind[]): boolean => {
  const { facts, activities, duty, period } = question
  const excused = factsOf(facts, member._id, 'excuse').some(
    (fact) => !fact.annulled && fact.dutyId === duty.id && fact.periodKey === period.key,
  )
  if (excused || !duty.conditions.includes('hosted_by_community')) return excused
  // What was said of a service before it was moved here says nothing of this period.
  return happenedIn(factsOf(facts, member._id, 'leave'), question).some((fact) => {
    const activity = activities.byId.get(fact.activityId ?? '')
    if (!activity || fact.annulled || fact.confirmed === null || !kindAmong(activity, kinds)) return false
    return activity.hostType === 'community' && isOfPeriod(activity, question)
  })
}

/** Puts what was made up, in the period of the study that was missed. */
const collectMakeUps = (question: Question, member: Member, seen: Seen, there: string[]): void => {
  for (const fact of factsOf(question.facts, member._id, 'make_up')) {
    const activity = question.activities.byId.get(fact.activityId ?? '')
    if (!activity || !kindAmong(activity, ['study']) || !isOfPeriod(activity, question)) continue
    const wasThere = there.some((id) => meetingOf(id, question) === meetingKey(activity))
    const reason = reasonAgainstMakeUp(fact, activity, wasThere, question)
    put(seen, seenFact(fact, activity.title), reason)
    if (reason === null || reason === 'waiting_confirmation') there.push(activity._id)
  }
}

/** What the branch offers bounds what its members owe; a community's service is offered to everyone, and closed by 因故不能参加. */
const isOfOwnBranch = (kinds: readonly ActivityKind[]): boolean => !kinds.includes('community_service')

/** A valid registration at an activity of the kinds, in the period by the day it happened; held or not does not matter to the member. */
export const collectAttended = (question: Question, member: Member, kinds: readonly ActivityKind[]): Seen => {
  const { facts, activities, duty } = question
  const seen = nothingSeen()
  /** Where the member was, or will have been once somebody has confirmed it. */
  const there: string[] = []
  const waits: string[] = []
  /** The meetings of these: of a joint one people may be registered in two branches' parts. */
  const meetings = new Set<string>()
  for (const fact of happenedIn(factsOf(facts, member._id, 'attendance'), question)) {
    const activity = activities.byId.get(fact.activityId ?? '')
    const kind = kindOf(fact, activity, kinds)
    if (!kind) continue
    const meeting = meetingOf(fact.activityId ?? fact._id, question)
    const against = reasonAgainst(fact, activity, kind, question)
    const reason = against === null && meetings.has(meeting) ? 'same_meeting' : against
    if (reason === null) meetings.add(meeting)
    put(seen, seenFact(fact, activity?.title ?? duty.label, activity?.late !== undefined), reason)
    if (reason === null) there.push(fact.activityId ?? fact._id)
    else if (reason === 'waiting_confirmation') waits.push(fact.activityId ?? fact._id)
  }
  if (kinds.includes('study')) collectMakeUps(question, member, seen, there)
  if (hasDeclined(question, member, kinds)) seen.declined = true
  seen.planned = planAttended(question, member, kinds)
  if (duty.minimum !== null && seen.counted.length < duty.minimum && isOfOwnBranch(kinds)) {
    const own = ownMeetings(question, member, kinds, ['held', 'planned']).map(({ _id }) => _id)
    seen.offered = new Set([...there, ...waits, ...own].map((id) => meetingOf(id, question))).size
  }
  return seen
}
