import { guarded } from '../../entry/guarded'
import { now as clock } from '../../ground/clock'
import { inTurns } from '../../ground/inTurns'
import type { Delivery } from './deliver'

/** Milliseconds after which a run begins nothing more: it must end within the 60 s of the function. Of them meetings take some at most. */
const RUN_MS = 45_000
const MEETINGS_MS = 20_000
/** Nobody may take longer (ms): a branch of 500 takes a few seconds. */
const EACH_MS = 12_000
/** Messages on their way at once. */
const WIDTH = 4

/** One run of the timer: its instant, what it did, and whether there is time for more. */
export interface Run {
  now: number
  counts: Record<Delivery, number>
  /** Branches and meetings passed over because they failed. */
  failed: number
  isOver: () => boolean
  /** For tomorrow's meetings, so that something is left for the months. */
  isOverForMeetings: () => boolean
  /** Delivers to each while there is time; what is left out is nobody's claim and comes with the next run. */
  each: <T>(list: readonly T[], work: (one: T) => Promise<Delivery>) => Promise<void>
  /** One branch or meeting: when it fails, that is noted and the others go on. */
  part: (subjectId: string, work: () => Promise<void>) => Promise<void>
}

export function startRun(now: number): Run {
  const counts: Run['counts'] = { sent: 0, leader: 0, failed: 0, taken: 0 }
  const isOver = () => clock() - now > RUN_MS
  const run: Run = {
    now,
    counts,
    failed: 0,
    isOver,
    isOverForMeetings: () => clock() - now > MEETINGS_MS,
    each: (list, work) =>
      inTurns(list, WIDTH, async (one) => {
        if (!isOver()) counts[await work(one)] += 1
      }),
    async part(subjectId, work) {
      const outcome = await guarded({ job: 'remind', subjectId, now, within: EACH_MS }, async () => {
        await work()
        return 'done' as const
      })
      if (outcome === 'failed') run.failed += 1
    },
  }
  return run
}
