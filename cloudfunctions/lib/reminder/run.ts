import { now as clock } from '../clock'
import type { Delivery } from './deliver'
import { inTurns } from './inTurns'

/** Milliseconds after which a run begins nothing more: it must end within the 60 s of the function. */
const RUN_MS = 45_000
/** Messages on their way at once. */
const WIDTH = 4

/** One run of the timer: its instant, what it did, and whether there is time for more. */
export interface Run {
  now: number
  counts: Record<Delivery, number>
  isOver: () => boolean
  /** Delivers to each while there is time; what is left out is nobody's claim and comes with the next run. */
  each: <T>(list: readonly T[], work: (one: T) => Promise<Delivery>) => Promise<void>
}

export function startRun(now: number): Run {
  const counts: Run['counts'] = { sent: 0, leader: 0, failed: 0, taken: 0 }
  const isOver = () => clock() - now > RUN_MS
  return {
    now,
    counts,
    isOver,
    each: (list, work) =>
      inTurns(list, WIDTH, async (one) => {
        if (!isOver()) counts[await work(one)] += 1
      }),
  }
}
