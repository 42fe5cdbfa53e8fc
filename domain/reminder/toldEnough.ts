import { dayOf } from '../time/day'
import { contains, periodOf } from '../time/period'

/** Messages about gaps a person gets at most, in a calendar month. */
export const MOST_A_MONTH = 2

/** Why nothing more is said of gaps: told today, or twice this month. */
export type ToldEnough = 'today' | 'twice'

/** Whether somebody was told enough of gaps, and of which measure; undefined: not yet. Instants (ms) of messages; what a person told counts for none. */
export function toldEnough(messages: readonly number[], now: number): ToldEnough | undefined {
  if (messages.some((at) => dayOf(at) === dayOf(now))) return 'today'
  const month = periodOf('month', now)
  return messages.filter((at) => contains(month, at)).length >= MOST_A_MONTH ? 'twice' : undefined
}
