import { isActiveOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import type { Tree } from '@domain/org/tree'
import type { Context, Found } from '../../entry/useCase'

/** Communities and villages may stand beside the party tree: the work committee answers for them too (mayGrant). */
function rootOf(organisation: Organisation, tree: Tree): string {
  const isBeside = organisation.parentId === null && organisation.type !== 'work_committee'
  const root = isBeside && [...tree.values()].find(({ type }) => type === 'work_committee')
  return root ? root._id : organisation._id
}

/** Actions about the rights held at an organisation. */
export function aboutGrant(
  { organisationId }: { organisationId: string },
  { tree, today }: Context,
): Found<Organisation> | null {
  const organisation = tree.get(organisationId)
  if (!organisation || !isActiveOn(organisation, today)) return null
  return { about: { branchId: rootOf(organisation, tree) }, loaded: organisation }
}
