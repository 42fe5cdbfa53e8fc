import type { Duty } from '../duty/duty'
import type { FactIndex } from '../fact/indexFacts'
import type { Period } from '../time/period'
import type { ActivityIndex } from './indexActivities'
import type { NotCountedReason, NotCountedRecord, PlannedRecord, SeenRecord } from './seenRecord'
import type { Span } from './spanOf'

/** What every collector is asked: one duty, one period, the evidence indexed. */
export interface Question extends Span {
  duty: Duty
  period: Period
  facts: FactIndex
  activities: ActivityIndex
  now: number
}

/** What a collector (collectAttended and its like) found for a question, each list in the order things happened. */
export interface Seen {
  counted: SeenRecord[]
  notCounted: NotCountedRecord[]
  planned: PlannedRecord[]
  /** 因故不能参加 was said of something voluntary: the gap of the period is closed (志愿服务条例 art. 25). */
  declined?: boolean
  /**
   * How many there were to attend: held or planned by the own branch, and what was attended elsewhere. Below the minimum the branch has not
   * arranged enough, which is never the member's gap. Absent: it does not bound what is owed.
   */
  offered?: number
}

export const nothingSeen = (): Seen => ({ counted: [], notCounted: [], planned: [] })

/** Puts a record where it belongs: counted, or with the reason why not. */
export const put = (seen: Seen, record: SeenRecord, reason: NotCountedReason | null): void => {
  if (reason === null) seen.counted.push(record)
  else seen.notCounted.push({ ...record, reason })
}
