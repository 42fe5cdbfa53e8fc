import type { OrganisationChange } from '@domain/contract/organisation'
import type { Context, Found } from '../dispatch/useCase'
import { beneath } from './aboutOrganisation'

/** What is to change: the parent decides whose business it is, a group's branch or the county. Someone merged from elsewhere is of no concern. */
export function aboutChange(change: OrganisationChange, { register, tree }: Context): Found<null> | null {
  if (change.what === 'found') {
    if (change.parentId !== null && !tree.has(change.parentId)) return null
    return { about: beneath(change.parentId, tree), loaded: null }
  }
  const node = register.get(change.organisationId)
  return node ? { about: beneath(node.parentId, tree), loaded: null } : null
}
