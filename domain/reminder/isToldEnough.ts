import { dayOf } from '../time/day'
import { contains, periodOf } from '../time/period'

/** Messages about gaps a person gets at most, in a calendar month. */
export const MOST_A_MONTH = 2

/** Whether somebody was told of gaps today, or twice this month: then nothing more is said. Instants (ms) of messages; what a person told counts for none. */
export const isToldEnough = (messages: readonly number[], now: number): boolean =>
  messages.some((at) => dayOf(at) === dayOf(now)) ||
  messages.filter((at) => contains(periodOf('month', now), at)).length >= MOST_A_MONTH
