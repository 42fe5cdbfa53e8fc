import type { Activity, ActivityKind } from '../../activity/activity'
import type { Member } from '../../org/member'
import type { Fact } from '../fact'
import type { NotCountedReason } from '../progress'
import { heldState, isOfPeriod, kindAmong, lackOf, plannedActivity } from './judgeActivity'
import { judgeFact, seenFact } from './judgeFact'
import { nothingSeen, put } from './question'
import type { Question, Seen } from './question'

/** Why a registration does not count for a kind. Without its activity a fact is known by its kind alone, and nobody knows the host. */
const reasonAgainst = (
  fact: Fact,
  activity: Activity | undefined,
  kind: ActivityKind,
  { duty }: Question,
): NotCountedReason | null => {
  if (fact.annulled) return 'annulled'
  if (activity?.state === 'cancelled') return 'activity_cancelled'
  if (activity) return lackOf(activity, kind, duty) ?? judgeFact(fact, duty)
  return duty.conditions.includes('hosted_by_community') ? 'not_hosted_by_community' : judgeFact(fact, duty)
}

const kindOf = (fact: Fact, activity: Activity | undefined, kinds: readonly ActivityKind[]) =>
  activity ? kindAmong(activity, kinds) : kinds.find((kind) => kind === fact.activityKind)

/** What the calendar still offers this member: where expected and not on leave, and every community's service. */
const planAttended = (
  question: Question,
  kinds: readonly ActivityKind[],
  member: Member,
  answered: Set<string>,
) => {
  const { activities, duty, now } = question
  const offered = kinds
    .flatMap((kind) => (activities.byKind.get(kind) ?? []).map((activity) => ({ kind, activity })))
    .filter(({ activity, kind }) => {
      if (answered.has(activity._id) || !isOfPeriod(activity, question)) return false
      if (heldState(activity, now) !== 'planned' || lackOf(activity, kind, duty)) return false
      const open = activity.kind === 'community_service' && activity.hostType === 'community'
      return open || activity.expected.some((one) => one.memberId === member._id)
    })
  return [...new Set(offered.map(({ activity }) => activity))].map(plannedActivity)
}

/** 因故不能参加, said of the period as a whole: what it is for stands in its natural key `dutyId_memberId_period_excuse`. */
const isExcuseFor = (fact: Fact, { duty, period }: Question): boolean =>
  fact.kind === 'excuse' &&
  !fact.annulled &&
  fact.dutyId === duty.id &&
  fact._id.endsWith(`_${period.key}_excuse`)

/** A valid registration at an activity of the kinds, in the period by the day it happened; held or not does not matter to the member. */
export const collectAttended = (question: Question, member: Member, kinds: readonly ActivityKind[]): Seen => {
  const { period, facts, activities, duty } = question
  const seen = nothingSeen()
  const answered = new Set<string>()
  for (const fact of facts.byMember.get(member._id) ?? []) {
    if (isExcuseFor(fact, question)) seen.declined = true
    if (fact.kind !== 'attendance' && fact.kind !== 'leave') continue
    const activity = activities.byId.get(fact.activityId ?? '')
    const kind = kindOf(fact, activity, kinds)
    if (!kind) continue
    if (fact.activityId !== undefined && !(fact.kind === 'leave' && fact.annulled))
      answered.add(fact.activityId)
    if (fact.kind === 'leave') {
      const voluntary = activity && !fact.annulled && duty.conditions.includes('hosted_by_community')
      if (voluntary && activity.hostType === 'community' && isOfPeriod(activity, question))
        seen.declined = true
    } else if (period.from <= fact.occurredOn && fact.occurredOn <= period.to) {
      put(seen, seenFact(fact, activity?.title ?? duty.label), reasonAgainst(fact, activity, kind, question))
    }
  }
  seen.planned = planAttended(question, kinds, member, answered)
  return seen
}
