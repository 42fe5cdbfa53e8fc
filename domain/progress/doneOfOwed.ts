import type { SeenRecord } from '../evidence/seenRecord'
import { isDone } from './owes'
import type { Progress } from './progress'

/**
 * Who has it of those who owe it: for a duty of members heads, for one of groups groups, else the branch itself (0 or 1). `late` (其中补录): of those done, how
 * many would not be without what was entered afterwards; `waits` (待确认): records of those who owe it that wait for somebody's word. Either is left
 * out with all behind it where it is 0.
 */
export type DoneOfOwed = [done: number, owed: number, late?: number, waits?: number]

/** Which of the four. */
export type Side = 0 | 1 | 2 | 3

/** `doneOfOwed(1, 1) // [1, 1]`, `doneOfOwed(0, 1, 0, 2) // [0, 1, 0, 2]` */
export function doneOfOwed(done: number, owed: number, late = 0, waits = 0): DoneOfOwed {
  if (waits > 0) return [done, owed, late, waits]
  return late > 0 ? [done, owed, late] : [done, owed]
}

/** Both together: of two members, or of two periods. */
export const added = (one: DoneOfOwed = [0, 0], other: DoneOfOwed): DoneOfOwed =>
  doneOfOwed(
    one[0] + other[0],
    one[1] + other[1],
    (one[2] ?? 0) + (other[2] ?? 0),
    (one[3] ?? 0) + (other[3] ?? 0),
  )

/** Records in the order in which they fill what is asked for: those entered in time first, the earlier ones before the others. */
export const fillingFirst = (records: readonly SeenRecord[]): SeenRecord[] =>
  [...records].sort((a, b) => Number(a.backfilled ?? false) - Number(b.backfilled ?? false) || a.at - b.at)

/** Whether it is done because something was entered afterwards. */
export const isDoneLate = (progress: Pick<Progress, 'done' | 'needed' | 'counted'>): boolean =>
  isDone(progress) && progress.counted.filter(({ backfilled }) => !backfilled).length < (progress.needed ?? 0)

/** How many records of it wait for somebody's word. */
export const waitsIn = ({ notCounted }: Pick<Progress, 'notCounted'>): number =>
  notCounted.filter(({ reason }) => reason === 'waiting_confirmation').length

/** One that owes: a member, a branch, its committee, a unit. */
export const oneOfOwed = (progress: Progress): DoneOfOwed =>
  doneOfOwed(isDone(progress) ? 1 : 0, 1, isDoneLate(progress) ? 1 : 0, waitsIn(progress))

/** Groups: the sum of their parts already is groups done of groups owing, with one record a group that is done. */
export const groupsOfOwed = (progress: Progress): DoneOfOwed =>
  doneOfOwed(
    progress.done,
    progress.needed ?? 0,
    progress.counted.filter(({ backfilled }) => backfilled).length,
    waitsIn(progress),
  )
