import type { Organisation, OrganisationState } from '../organisation'
import type { ChangeOf, Situation } from './change'
import { lastOrder } from './rules'

/** What the form says of a name and kind; what it leaves out is left as it is. */
export const naming = ({
  name,
  branchType,
  countsOnly,
}: Pick<ChangeOf<'found'>, 'name' | 'branchType' | 'countsOnly'>) => ({
  name,
  ...(branchType && { branchType }),
  ...(countsOnly !== undefined && { countsOnly }),
})

/** Something new; a branch has no committee until one is elected. */
export const founded = (
  node: Pick<Organisation, '_id' | 'type' | 'parentId'> & Partial<OrganisationState> & { name: string },
  { tree, on }: Situation,
): Organisation => ({ ...node, order: lastOrder(node.parentId, tree), validFrom: on, isFounded: true })
