import { endOfDay, startOfDay } from '../time/day'
import type { Period } from '../time/period'

export interface Span {
  /** First millisecond of the period, and the first after it (exclusive). */
  from: number
  until: number
}

const known = new WeakMap<Period, Span>()

/** The instants a period spans; one period is asked about for every duty of every member, so its answer is kept. */
export const spanOf = (period: Period): Span => {
  const found = known.get(period)
  if (found) return found
  const span = { from: startOfDay(period.from), until: endOfDay(period.to) }
  known.set(period, span)
  return span
}
