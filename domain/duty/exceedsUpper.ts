import type { PeriodKind } from '../time/period'
import type { Duty } from './duty'

/** How many periods of a kind a year has. */
export const perYear: Record<PeriodKind, number> = { month: 12, quarter: 4, half: 2, year: 1 }

/**
 * Whether a rule asks more in a year than the document above it (层层加码). Where that one names no number, any
 * number is more; pages then say 上级未定次数 and not that more is asked (src/features/rules/logic/ruleWords.ts). Where no document above is known
 * it is false. `exceedsUpper({ minimum: 2, period: 'month', upper: { minimum: 1, … } }) // true`
 */
export const exceedsUpper = ({
  minimum,
  period,
  upper,
}: Pick<Duty, 'minimum' | 'period' | 'upper'>): boolean => {
  if (minimum === null || upper === undefined) return false
  return upper.minimum === null || minimum * perYear[period] > upper.minimum * perYear[upper.period]
}
