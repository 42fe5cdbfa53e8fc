import type { FeedbackItem } from '@domain/contract/feedback'
import { dayOf } from '@domain/time/day'
import type { WorkCalendar } from '@domain/time/workCalendar'
import { workdaysBetween } from '@domain/time/workdaysBetween'
import type { Feedback } from '../../store/collections/feedback'

/** Within how many workdays it is answered (inclusive). */
export const ANSWERED_WITHIN = 5

/** As a page shows it: how many workdays the answer took, or are left for it. */
export function feedbackItem(
  row: Feedback,
  { now, calendar }: { now: number; calendar: WorkCalendar },
): FeedbackItem {
  const { _id, kind, text, at, state, answer, answeredAt, dueBy } = row
  const until = answeredAt ?? now
  const workdays =
    answeredAt === undefined
      ? workdaysBetween(dayOf(now), dayOf(dueBy - 1), calendar)
      : workdaysBetween(dayOf(at), dayOf(answeredAt), calendar)
  return {
    number: _id,
    kind,
    text,
    at,
    state: state === 'answered' ? state : 'open',
    ...(answer !== undefined && { answer }),
    workdays,
    overdue: until >= dueBy,
  }
}
