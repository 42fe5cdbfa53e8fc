import { mayDo } from '@domain/access/mayDo'
import { rolesOf } from '@domain/access/rolesOf'
import { branchOf } from '@domain/org/tree'
import type { Context } from '../dispatch/useCase'

/** Branches this person runs: whose requests to bind one decides, and whose early notes one reads. */
export function branchesRun({ caller, today, tree }: Context): string[] {
  const held = rolesOf(caller, today).flatMap(({ organisationId }) => branchOf(tree, organisationId) ?? [])
  return [...new Set(held)].filter((branchId) =>
    mayDo('identity.decide', caller, { day: today, branchId }, tree),
  )
}
