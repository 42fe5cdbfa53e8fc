import type { Organisation } from '@domain/org/organisation'
import type { Context, Found } from '../../entry/useCase'

/** Actions about a unit (党组, 党委): its id stands where a branch's would. */
export function aboutUnit(unitId: string, { tree }: Context): Found<Organisation> | null {
  const unit = tree.get(unitId)
  return unit?.type === 'unit' ? { about: { branchId: unitId }, loaded: unit } : null
}
