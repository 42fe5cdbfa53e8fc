import { seesNames } from '@domain/access/seesNames'
import { isActiveOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import type { Context, Found } from '../../entry/useCase'

/** Actions about the register of a branch; that of a counts-only branch is answered to those outside as if it were not there. */
export function aboutRegister(
  branchId: string,
  { caller, today, tree }: Context,
): Found<Organisation> | null {
  const branch = tree.get(branchId)
  if (branch?.type !== 'branch' || !seesNames(caller, branch, today, tree)) return null
  return { about: { branchId }, loaded: branch }
}

/** The same for what writes: nobody is added to a branch that is no more. */
export function aboutLivingBranch(branchId: string, context: Context): Found<Organisation> | null {
  const found = aboutRegister(branchId, context)
  return found && isActiveOn(found.loaded, context.today) ? found : null
}
