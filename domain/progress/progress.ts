import type { Period } from '../time/period'
import type { SeenRecord, NotCountedRecord, PlannedRecord } from '../evidence/seenRecord'

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
