import type { OwnDeedState } from '../contract/words'

const moves: Record<OwnDeedState, readonly OwnDeedState[]> = {
  claimed: ['finished', 'dropped'],
  // Until someone has confirmed it.
  finished: ['claimed'],
  dropped: [],
}

/** Whether an unconfirmed deed may go from one state to another: `mayMoveDeed('finished', 'claimed') // true`. */
export const mayMoveDeed = (from: OwnDeedState, to: OwnDeedState): boolean => moves[from].includes(to)
