import type { ProgressState } from '../contract/words'
import type { Seen } from '../evidence/question'

/** The state a page shows. `reachable`: how often the duty can be done at all; less than is needed where the branch has not held or planned as much. */
export const stateOf = (
  done: number,
  needed: number | null,
  reachable: number,
  { notCounted, planned }: Seen,
): ProgressState => {
  if (needed === null) return 'recorded'
  if (done >= needed) return 'done'
  if (done >= reachable) return 'not_held'
  const waiting = notCounted.filter((record) => record.reason === 'waiting_confirmation').length
  if (done + waiting >= reachable) return 'waiting'
  return done + waiting + planned.length >= reachable ? 'planned' : 'missing'
}
