import type { ActivityKind } from '../activity/activity'
import type { Way } from '../fact/fact'
import type { Period } from '../time/period'

/**
 * done: the minimum is met · missing · planned: what is published in the calendar will fill it · waiting: what is entered will fill it once
 * confirmed · not_owed: see `notOwed` · not_held: the branch has neither held nor planned what the member should attend, which is never the
 * member's gap · recorded: 定期, no minimum, never 还差.
 */
export type ProgressState = 'done' | 'missing' | 'planned' | 'waiting' | 'not_owed' | 'not_held' | 'recorded'

export type NotOwedReason =
  | 'exempt'
  | 'excused'
  | 'no_household'
  | 'no_committee'
  | 'no_groups'
  | 'arrived_late'
  | 'founded_late'
  | 'not_a_member_then'

/** Why a record that was seen does not count. Closed: every reason has its sentence on the Why sheet. */
export type NotCountedReason =
  | 'waiting_confirmation'
  | 'annulled'
  | 'activity_cancelled'
  | 'not_yet_closed'
  | 'not_hosted_by_community'
  | 'not_own_household'
  | 'no_topic'
  | 'no_lecturer'
  | 'committee_below_half'
  | 'same_household_same_day'
  | 'used_for_contact_point'
  | 'not_at_contact_point'
  // The other way round: a second one at the 联系点, where none was given elsewhere, is the leader's own of the year.
  | 'used_for_leader_lecture'
  // 只计集中主题服务 (a setting); 实事 of a side that already has its own (a setting); 补学 of what was attended after all
  | 'not_theme_service'
  | 'side_has_enough'
  | 'attended_itself'
  // Held by the branch, and the member is not registered: only where there is no minimum.
  | 'not_registered'

/** One line of the Why sheet. */
export interface SeenRecord {
  /** Fact id; for something held, the activity's id. */
  id: string
  title: string
  at: number
  way?: Way
  kind?: ActivityKind
  /** 补登, or of a 补录: kept visible everywhere. */
  backfilled?: boolean
  /** 补学: counts like attendance and is shown as what it is. */
  madeUp?: boolean
}
export interface NotCountedRecord extends SeenRecord {
  reason: NotCountedReason
}
export interface PlannedRecord {
  activityId: string
  title: string
  startsAt: number
}

/** What one duty says of one subject in one period: the number together with the records it was counted from. `counted.length` is `done`, always. */
export interface Progress {
  dutyId: string
  version: number
  subjectId: string
  period: Period
  state: ProgressState
  done: number
  /** null: no minimum. With 实事 asked of each side, that of both sides. */
  needed: number | null
  /** max(0, needed − done); 0 when nothing is owed, and never more than the branch has held or planned for its members. */
  missing: number
  counted: SeenRecord[]
  notCounted: NotCountedRecord[]
  planned: PlannedRecord[]
  notOwed?: NotOwedReason
}
