import { creditQueue } from './creditQueue'
import { organiserQueue } from './organiserQueue'
import { visitQueue } from './visitQueue'

/** The app has come to the front: perhaps there is a network now for what was done without one. */
export function sendWaiting(): void {
  for (const queue of [organiserQueue(), visitQueue(), creditQueue()]) void queue.flush()
}
