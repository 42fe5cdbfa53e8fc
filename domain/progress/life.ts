import type { JudgedActivity } from '../activity/activity'
import { meetingKey } from '../activity/joint'
import type { ActivityKind } from '../contract/words'
import { collectAttended } from '../evidence/attended'
import { factsOf } from '../evidence/factsOf'
import { seenActivity } from '../evidence/held'
import { indexActivities } from '../evidence/indexActivities'
import { ownMeetings } from '../evidence/offered'
import type { Question } from '../evidence/question'
import type { NotCountedRecord } from '../evidence/seenRecord'
import { spanOf } from '../evidence/spanOf'
import { indexFacts } from '../fact/indexFacts'
import type { Member } from '../org/member'
import { judgedDay, membershipOn } from '../org/membershipOn'
import { dayOf } from '../time/day'
import type { Period } from '../time/period'
import type { Evidence } from './evaluate'
import { lifeDuty } from './lifeDuty'
import type { Progress } from './progress'

export interface LifeCount {
  kind: ActivityKind
  attended: number
  /** Held by the member's branch (or group), and whatever else the member attended: never less than `attended`. */
  held: number
  /** Start (ms) of the next one in the calendar. */
  next?: number
}

interface Asked extends Evidence {
  member: Member
  period: Period
  now: number
}

/**
 * Whether the member was in the branch when it held the meeting: what was held before somebody came is not held without them. The membership
 * of the whole period is looked at first, since most people have not moved within it.
 */
const wasInBranch = (member: Member, { startsAt }: JudgedActivity, { period, now }: Question): boolean => {
  const home = membershipOn(member, judgedDay(period, now))
  if (!home || home.from <= period.from) return home !== undefined
  return membershipOn(member, dayOf(startsAt))?.branchId === home.branchId
}

/**
 * Attended of held for a kind without a minimum (DUTIES row 10), with its reasons: `counted` and `notCounted` together are what was held. What does
 * not count is what the branch held without the member: struck out or waiting there, or nothing registered at all.
 * `lifeProgress({ kind: 'lecture', member, period, … }) // { dutyId: 'life:lecture', state: 'recorded', done: 2, … }`
 */
export const lifeProgress = (input: Asked & { kind: ActivityKind }): Progress => {
  const { kind, member, period, now } = input
  const question: Question = {
    duty: lifeDuty(kind, period.kind),
    period,
    ...spanOf(period),
    facts: indexFacts(input.facts),
    activities: indexActivities(input.activities),
    now,
  }
  const { counted, notCounted, planned } = collectAttended(question, member, [kind])
  const idOf = (activity: JudgedActivity) => `${activity._id}_${member._id}`
  const ids = new Set(counted.map(({ id }) => id))
  const attended = new Set(
    factsOf(question.facts, member._id, 'attendance').flatMap(({ _id, activityId = '' }) => {
      const activity = question.activities.byId.get(activityId)
      return activity && ids.has(_id) ? meetingKey(activity) : []
    }),
  )
  const seen = new Map(notCounted.map((record) => [record.id, record]))
  const without = ownMeetings(question, member, [kind], ['held'])
    .filter((activity) => !attended.has(meetingKey(activity)) && wasInBranch(member, activity, question))
    .map((activity): NotCountedRecord => {
      return seen.get(idOf(activity)) ?? { ...seenActivity(activity), reason: 'not_registered' }
    })
  return {
    dutyId: question.duty.id,
    version: 1,
    subjectId: member._id,
    period,
    state: 'recorded',
    done: counted.length,
    needed: null,
    missing: 0,
    counted,
    notCounted: without,
    planned,
  }
}

/** Attended and held of kinds without a minimum for members (DUTIES row 10), for every member alike. */
export const life = (input: Asked & { kinds: readonly ActivityKind[] }): LifeCount[] => {
  const evidence = { facts: indexFacts(input.facts), activities: indexActivities(input.activities) }
  return input.kinds.map((kind) => {
    const { done, notCounted, planned } = lifeProgress({ ...input, ...evidence, kind })
    const next = planned[0]?.startsAt
    return { kind, attended: done, held: done + notCounted.length, ...(next === undefined ? {} : { next }) }
  })
}
