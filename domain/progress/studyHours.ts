import { classHoursOf } from '../activity/classHours'
import { activityKinds } from '../contract/lists'
import { collectAttended } from '../evidence/attended'
import { factsOf } from '../evidence/factsOf'
import { indexActivities } from '../evidence/indexActivities'
import type { Question } from '../evidence/question'
import { spanOf } from '../evidence/spanOf'
import { indexFacts } from '../fact/indexFacts'
import type { Member } from '../org/member'
import type { Period } from '../time/period'
import type { Evidence } from './evaluate'
import { lifeDuty } from './lifeDuty'

export interface StudyHours {
  /** 学时, by halves. */
  hours: number
  /** The meetings they come from, newest first; `at`: of the registration (ms). */
  meetings: { id: string; title: string; at: number; hours: number }[]
}

interface Asked extends Evidence {
  member: Member
  /** A half-year or a year; both days belong to it. */
  period: Period
  now: number
}

/** Whatever a member may be registered at but service, which nobody calls study. */
const kinds = activityKinds.filter((kind) => kind !== 'community_service')

/**
 * 学时 of a member in a period: of every meeting at which their registration counts, of a joint one once. A fact beside the 32 and 56 of the 条例 (art.
 * 20), never a gap. A study made up (补学) has no length that anybody knows, and adds none.
 */
export function studyHours({ member, period, now, ...evidence }: Asked): StudyHours {
  const question: Question = {
    duty: lifeDuty('study', period.kind),
    period,
    ...spanOf(period),
    facts: indexFacts(evidence.facts),
    activities: indexActivities(evidence.activities),
    now,
  }
  const counted = new Set(collectAttended(question, member, kinds).counted.map(({ id }) => id))
  const meetings = factsOf(question.facts, member._id, 'attendance')
    .flatMap(({ _id, activityId = '', occurredAt }) => {
      const activity = question.activities.byId.get(activityId)
      const hours = activity && counted.has(_id) ? classHoursOf(activity) : 0
      return activity && hours > 0 ? [{ id: _id, title: activity.title, at: occurredAt, hours }] : []
    })
    .sort((a, b) => b.at - a.at)
  return { hours: meetings.reduce((sum, each) => sum + each.hours, 0), meetings }
}
