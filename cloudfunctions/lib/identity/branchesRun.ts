import { mayDo } from '@domain/access/mayDo'
import { rolesOf } from '@domain/access/rolesOf'
import { branchOf } from '@domain/org/tree'
import type { Context } from '../dispatch/useCase'

/** Branches whose requests to bind this person decides. */
export function branchesRun({ caller, today, tree }: Context): string[] {
  const held = rolesOf(caller, today).flatMap(({ organisationId }) => branchOf(tree, organisationId) ?? [])
  return [...new Set(held)].filter((branchId) =>
    mayDo('identity.decide', caller, { day: today, branchId }, tree),
  )
}
