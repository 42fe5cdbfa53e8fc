import { periodByKey } from '@domain/period/period'
import { rollupUnit } from '@domain/progress/rollupUnit'
import { readUnitEvidence } from '../progress/readUnitEvidence'
import type { Computed, Rules } from './computeBranch'
import type { Target } from './rollupState'

/** A unit (中心组) in all the periods asked for, from one reading of two calls. */
export async function computeUnit(
  { branchId: unitId, keys }: Target,
  { duties, tree }: Rules,
  now: number,
): Promise<Computed> {
  const unit = tree.get(unitId)
  const periods = keys.map(periodByKey)
  const [first] = periods.map(({ from }) => from).sort()
  if (!unit || first === undefined) return new Map(keys.map((key) => [key, null]))
  const evidence = await readUnitEvidence(unitId, first)
  return new Map(
    periods.map((period) => [period.key, rollupUnit({ unit, duties, period, now, ...evidence })]),
  )
}
