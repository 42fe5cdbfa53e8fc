import type { DoneOfOwed } from '@domain/progress/doneOfOwed'
import type { Day } from '@domain/time/day'
import type { PeriodKind } from '@domain/time/period'
import { collection } from './collection'

/** The county in one period: integers only, made from facts and made again at any time. The county's own sums are not kept. */
export interface StoredRollup {
  /** The period’s key; keys of the four kinds never collide. */
  _id: string
  periodKey: string
  kind: PeriodKind
  from: Day
  to: Day
  /** Branch → duty → done, owed, and where there are any of those done the late ones and what waits; a unit that has a 中心组 stands among them under its own id. */
  branches: Record<string, Record<string, DoneOfOwed>>
  /** Branch → how many members it is judged by; 0 for a unit. */
  members: Record<string, number>
  /** Everything changed before this instant (ms) is in; 0 while the first computation is not over. */
  watermark: number
  /** Which run wrote last: an older one that wakes up writes nothing. */
  run: number
  /** Branches the last full run found different here though nothing was known to have changed: what the runs before it had missed. */
  differences: number
  updatedAt: Date
}

export const rollups = collection<StoredRollup>({
  // Of a county of 500 branches.
  bytes: 850_000,
  indexes: [],
})
