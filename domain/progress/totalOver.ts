import type { ProgressState } from '../contract/words'
import type { Day } from '../time/day'
import type { Progress } from './progress'

/** What is told of one period, by a page or by the evaluator. */
type Told = Pick<Progress, 'done' | 'needed'> & { period: { from: Day }; state: ProgressState }

/** Whether a period has begun and asks anything: what lies ahead, is not owed, or was never offered, is added to no sum. */
export const isAsked = ({ period, state }: Pick<Told, 'period' | 'state'>, today: Day): boolean =>
  period.from <= today && state !== 'not_owed' && state !== 'not_held'

/**
 * 25 of 27: what was done in the periods of a span, and what they ask for. More than one of them asks for fills no other. `needed` 0: nothing is asked,
 * or no number of times.
 */
export function totalOver(told: readonly Told[], today: Day): { done: number; needed: number } {
  const asked = told.filter((one) => isAsked(one, today))
  return {
    done: asked.reduce((sum, { done, needed }) => sum + Math.min(done, needed ?? done), 0),
    needed: asked.reduce((sum, { needed }) => sum + (needed ?? 0), 0),
  }
}
