import { rolesOf } from '@domain/access/rolesOf'
import type { Role } from '@domain/contract/identity'
import type { Organisation } from '@domain/org/organisation'
import { isUnder } from '@domain/org/tree'
import type { Context } from '../../entry/useCase'

/** Roles that read the whole of a branch they stand above; an officer of a unit does not. */
const readsAll: readonly Role[] = ['secretary', 'organisation_officer', 'committee', 'inspector']

/** null: the whole branch. A group leader reads the own group(s) only, unless another role reads more. */
export function ownGroups(node: Organisation, context: Context): ReadonlySet<string> | null {
  const roles = rolesOf(context.caller, context.today)
  const above = roles.filter(({ organisationId }) => isUnder(context.tree, node._id, organisationId))
  if (above.some(({ role }) => readsAll.includes(role))) return null
  return new Set(roles.map(({ organisationId }) => organisationId))
}
