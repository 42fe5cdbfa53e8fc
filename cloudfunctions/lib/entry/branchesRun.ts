import { mayDo } from '@domain/access/mayDo'
import { rolesOf } from '@domain/access/rolesOf'
import { branchOf } from '@domain/org/tree'
import type { Context } from './useCase'

/** In whose name this person may be asked for a second word: one's own, that of the branches one runs, that of the work committee. */
export function askedOf(context: Context): string[] {
  const { caller, today } = context
  const committees = rolesOf(caller, today).filter(({ role }) => role === 'committee')
  const own = caller.member ? [caller.member._id] : []
  return [...own, ...branchesRun(context), ...committees.map(({ organisationId }) => organisationId)]
}

/** Branches this person runs: whose requests to bind one decides, and whose early notes one reads. */
export function branchesRun({ caller, today, tree }: Context): string[] {
  const held = rolesOf(caller, today).flatMap(({ organisationId }) => branchOf(tree, organisationId) ?? [])
  return [...new Set(held)].filter((branchId) =>
    mayDo('identity.decide', caller, { day: today, branchId }, tree),
  )
}
