import type { ProgressState } from '../contract/words'
import { isPressing } from '../time/isPressing'
import { isOver, type Period } from '../time/period'

interface Standing {
  state: ProgressState
  missing: number
}

/**
 * Whether something is missing: the one answer for every page, count and message. What is planned, waits for a yes, is excused, not held by the
 * branch or asks for no minimum is none.
 */
export const isGap = ({ state, missing }: Standing): boolean => state === 'missing' && missing > 0

/**
 * How a gap is said now. pressing: 还差 aloud, in ochre, from T−7 until its end · open: in grey, where its number is opened · over: nothing is 还差 any
 * more, only what there is stands.
 */
export type GapNow = 'pressing' | 'open' | 'over'

/** null: there is none. `gapNow({ state: 'missing', missing: 1, period: september }, the 24th) // 'pressing'` */
export const gapNow = (
  { period, ...standing }: Standing & { period: Pick<Period, 'from' | 'to'> },
  now: number,
): GapNow | null => {
  if (!isGap(standing)) return null
  if (isOver(period, now)) return 'over'
  return isPressing(period, now) ? 'pressing' : 'open'
}
