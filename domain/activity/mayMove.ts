import type { ActivityState } from '../contract/words'

const moves: Record<ActivityState, readonly ActivityState[]> = {
  draft: ['published', 'cancelled'],
  published: ['open', 'cancelled'],
  open: ['closed', 'cancelled'],
  // Closing is reversible until the record is confirmed.
  closed: ['open', 'recorded', 'cancelled'],
  recorded: [],
  cancelled: [],
}

/** Whether an activity may go from one state to another: `mayMove('closed', 'open') // true`, `mayMove('recorded', 'open') // false`. */
export const mayMove = (from: ActivityState, to: ActivityState): boolean => moves[from].includes(to)
