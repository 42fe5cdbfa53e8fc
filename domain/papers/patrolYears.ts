import type { Term } from '../org/organisation'
import { startOfDay } from '../time/day'
import { type Period, periodByKey, periodOf, periodsIn } from '../time/period'
import { periodName } from './fileName'

/** Years at most: as many as a term of five years touches. */
const MOST_YEARS = 6

/** One year at least. */
export type Years = readonly [Period, ...Period[]]

/**
 * The calendar years from that of one period to that of another, or of itself: what a 巡察资料包 tells of, since registers and forms are a year's. null: the last
 * one ends before the first begins, or there are more than six.
 * `patrolYears('2024', '2026')?.map(({ key }) => key) // ['2024', '2025', '2026']`
 */
export function patrolYears(periodKey: string, until = periodKey): Years | null {
  const { from } = periodOf('year', startOfDay(periodByKey(periodKey).from))
  const [first, ...others] = periodsIn('year', { from, to: periodByKey(until).to })
  return first && others.length < MOST_YEARS ? [first, ...others] : null
}

/** The years of a 届 that have begun on a day. */
export const yearsOfTerm = ({ from, to }: Term, today: string): { from: string; until: string } => ({
  from: from.slice(0, 4),
  until: (to < today ? to : today).slice(0, 4),
})

/** `2026年`, `2024年至2026年` */
export function yearsName([first, ...others]: Years): string {
  const last = others[others.length - 1]
  return last ? `${periodName(first)}至${periodName(last)}` : periodName(first)
}
