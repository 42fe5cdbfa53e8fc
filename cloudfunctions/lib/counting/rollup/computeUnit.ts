import { rollupUnit } from '@domain/progress/rollupUnit'
import { dayOf } from '@domain/time/day'
import type { Target } from '../../store/collections/rollupState'
import { readUnitEvidence } from '../progress/readUnitEvidence'
import { spanOver } from '../progress/span'
import { byYear } from './byYear'
import type { Computed, Rules } from './computeBranch'

/** A unit (中心组) in all the periods asked for, from one reading of two calls for each year. */
export async function computeUnit(
  { branchId: unitId, keys }: Target,
  { duties, tree }: Rules,
  now: number,
): Promise<Computed> {
  const unit = tree.get(unitId)
  const numbers: Computed = new Map(keys.map((key) => [key, null]))
  if (!unit) return numbers
  for (const periods of byYear(keys)) {
    const evidence = await readUnitEvidence(unitId, spanOver(periods, dayOf(now)))
    for (const period of periods)
      numbers.set(period.key, rollupUnit({ unit, duties, period, now, ...evidence }))
  }
  return numbers
}
