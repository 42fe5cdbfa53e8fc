import type { Period } from '../time/period'
import type { Duty } from './duty'

/**
 * The version of each duty valid on the period's first day: editing a rule takes effect with the next period. In register order. The last
 * version that had begun by then decides, be it one that ends the rule: storing a version is enough for it to hold, whatever became of the
 * older one's `validTo`.
 */
export const dutiesFor = (duties: readonly Duty[], period: Pick<Period, 'from' | 'kind'>): Duty[] => {
  const chosen = new Map<string, Duty>()
  for (const duty of duties) {
    if (duty.period !== period.kind || duty.validFrom > period.from) continue
    const other = chosen.get(duty.id)
    if (!other || other.version < duty.version) chosen.set(duty.id, duty)
  }
  return [...chosen.values()]
    .filter(({ validTo }) => validTo === undefined || period.from <= validTo)
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
}
