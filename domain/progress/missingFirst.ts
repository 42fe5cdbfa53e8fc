import type { ProgressState } from '../contract/words'
import type { Counts, Duty } from '../duty/duty'
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

/** Of what is missing, what one does alone and at any time stands first, what somebody else enters last. */
const alone: Record<Counts['what'], number> = {
  visited: 0,
  attended: 1,
  deed: 2,
  lectured: 3,
  talked: 4,
  held: 5,
  ticked: 6,
}

interface Judged {
  duty: Pick<Duty, 'counts'>
  progress: Pick<Progress, 'state'>
}

/** The order of every list of duties, on pages and in messages: what is missing first; among equals the order of the register stays. */
export const missingFirst = (a: Judged, b: Judged): number => {
  const [first, second] = [rank[a.progress.state], rank[b.progress.state]]
  if (first !== second || first !== rank.missing) return first - second
  return alone[a.duty.counts.what] - alone[b.duty.counts.what]
}
