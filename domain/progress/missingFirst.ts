import type { ProgressState } from '../contract/words'
import type { Progress } from './progress'

const rank: Record<ProgressState, number> = {
  missing: 0,
  planned: 1,
  waiting: 1,
  not_held: 1,
  done: 2,
  recorded: 3,
  not_owed: 4,
}

/** The order of every list of duties: what is missing first; among equals the order of the register stays. */
export const missingFirst = (a: Pick<Progress, 'state'>, b: Pick<Progress, 'state'>): number =>
  rank[a.state] - rank[b.state]
