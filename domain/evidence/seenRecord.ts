import type { ActivityKind, Way } from '../contract/words'

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
  // registered in two branches' parts of one joint meeting
  | 'same_meeting'
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
