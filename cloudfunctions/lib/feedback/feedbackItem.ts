import type { FeedbackItem } from '@domain/contract/feedback'
import { dayOf } from '@domain/period/day'
import { workdaysBetween } from '@domain/period/workdaysBetween'
import type { Feedback } from './storedFeedback'

/** Within how many workdays it is answered (inclusive). */
export const ANSWERED_WITHIN = 5

/** As a page shows it: how many workdays the answer took, or are left for it. */
export function feedbackItem(row: Feedback, now: number): FeedbackItem {
  const { _id, kind, text, at, state, answer, answeredAt, dueBy } = row
  const until = answeredAt ?? now
  const workdays =
    answeredAt === undefined
      ? workdaysBetween(dayOf(now), dayOf(dueBy - 1))
      : workdaysBetween(dayOf(at), dayOf(answeredAt))
  return {
    number: _id,
    kind,
    text,
    at,
    state,
    ...(answer !== undefined && { answer }),
    workdays,
    overdue: until >= dueBy,
  }
}
