import type { NotOwedReason, ProgressState } from '../contract/words'
import type { NotCountedRecord, PlannedRecord, SeenRecord } from '../evidence/seenRecord'
import type { Period } from '../time/period'

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
