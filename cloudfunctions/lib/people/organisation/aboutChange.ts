import type { OrganisationChange } from '@domain/contract/organisation'
import { beneath } from '../../entry/branchesUnder'
import type { Context, Found } from '../../entry/useCase'

/**
 * Whose business a change of the tree is: what stands under a branch (groups) is that branch's, everything else the county's. Of a merge the
 * place merged into decides; those merged into it are not asked about here.
 */
export function aboutChange(change: OrganisationChange, { register, tree }: Context): Found<null> | null {
  if (change.what === 'found') {
    if (change.parentId !== null && !tree.has(change.parentId)) return null
    return { about: beneath(change.parentId, tree), loaded: null }
  }
  const node = register.get(change.organisationId)
  return node ? { about: beneath(node.parentId, tree), loaded: null } : null
}
