import type { JudgedActivity } from '../activity/activity'
import { closesAt, effectiveState } from '../activity/effectiveState'
import { yearOf } from '../activity/forYear'
import { awaitsSecond } from '../activity/lateEntry'
import { hasLecturer, lacks } from '../activity/validatePlan'
import type { ActivityKind } from '../contract/words'
import type { Duty } from '../duty/duty'
import type { Period } from '../time/period'
import type { NotCountedReason, PlannedRecord } from './seenRecord'

/** Which of the kinds an activity is or carries; its own kind first. */
export const kindAmong = (
  activity: JudgedActivity,
  kinds: readonly ActivityKind[],
): ActivityKind | undefined =>
  kinds.includes(activity.kind) ? activity.kind : activity.carries.find((kind) => kinds.includes(kind))

/** Whether an activity belongs to a period: by its start, or by the year it was held for. */
export const isOfPeriod = (
  activity: JudgedActivity,
  { period, from, until }: { period: Period; from: number; until: number },
): boolean => {
  const { startsAt } = activity
  const year = period.kind === 'year' ? yearOf(activity) : null
  if (year !== null) return period.key === `${year}`
  return from <= startsAt && startsAt < until
}

/** What an activity lacks to count as a kind: a carried kind meets its own conditions, its own kind those of the duty. */
export const lackOf = (
  activity: JudgedActivity,
  kind: ActivityKind,
  duty: Pick<Duty, 'conditions'>,
): NotCountedReason | null => {
  if (duty.conditions.includes('hosted_by_community') && activity.hostType !== 'community')
    return 'not_hosted_by_community'
  if (duty.conditions.includes('theme_service_only') && activity.serviceKind !== 'theme')
    return 'not_theme_service'
  if (kind !== activity.kind) return lacks(kind, activity)
  if (duty.conditions.includes('has_lecturer') && !hasLecturer(activity)) return 'no_lecturer'
  if (duty.conditions.includes('has_topic') && !activity.topic?.trim()) return 'no_topic'
  return null
}

/**
 * Whether something was held. planned: in the calendar and not over; not_yet_closed: over, and nobody has opened it; waiting_confirmation: a
 * 补录 whose second person has not said yes; null: a draft, which nobody has announced.
 */
export const heldState = (
  activity: JudgedActivity,
  now: number,
): 'held' | 'planned' | 'waiting_confirmation' | 'activity_cancelled' | 'not_yet_closed' | null => {
  switch (effectiveState(activity, now)) {
    case 'closed':
    case 'recorded':
      return awaitsSecond(activity) ? 'waiting_confirmation' : 'held'
    case 'cancelled':
      return 'activity_cancelled'
    case 'published':
    case 'open':
      return now < closesAt(activity) ? 'planned' : 'not_yet_closed'
    case 'draft':
      return null
  }
}

export const plannedActivity = ({ _id, title, startsAt }: JudgedActivity): PlannedRecord => ({
  activityId: _id,
  title,
  startsAt,
})
