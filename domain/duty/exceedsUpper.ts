import type { Duty, PeriodKind } from './duty'

/** How many periods of a kind a year has. */
export const perYear: Record<PeriodKind, number> = { month: 12, quarter: 4, half: 2, year: 1 }

/**
 * Whether a rule asks more in a year than the document above it (层层加码). That one naming no number, any number is more: 上级规定未定次数. Where it
 * is not known what stands above, nothing is said. `exceedsUpper({ minimum: 2, period: 'month', upper: { minimum: 1, … } }) // true`
 */
export const exceedsUpper = ({
  minimum,
  period,
  upper,
}: Pick<Duty, 'minimum' | 'period' | 'upper'>): boolean => {
  if (minimum === null || upper === undefined) return false
  return upper.minimum === null || minimum * perYear[period] > upper.minimum * perYear[upper.period]
}
