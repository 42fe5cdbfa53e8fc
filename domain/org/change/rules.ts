import type { OrganisationType } from '../../contract/words'
import type { Day } from '../../time/day'
import { isActiveOn } from '../membershipOn'
import type { Organisation } from '../organisation'
import { isUnder, type Tree } from '../tree'

/** What may stand directly under what; communities and villages also beside the tree. */
const parentsOf: Record<OrganisationType, readonly OrganisationType[]> = {
  work_committee: [],
  unit: ['work_committee', 'unit'],
  branch: ['work_committee', 'unit'],
  group: ['branch'],
  community: ['work_committee'],
  village: ['work_committee', 'community'],
}

export const mayStandUnder = (
  type: OrganisationType,
  parentId: string | null,
  tree: Tree,
  on: Day,
): boolean => {
  if (parentId === null) return type === 'community' || type === 'village'
  const parent = tree.get(parentId)
  return parent !== undefined && isActiveOn(parent, on) && parentsOf[type].includes(parent.type)
}

/** Whether an organisation would hang below itself. */
export const wouldLoop = (id: string, parentId: string, tree: Tree): boolean => isUnder(tree, parentId, id)

/** A group's name is taken within its branch, any other in the county: the register's rows name organisations by it. */
export const isNameTaken = (
  { _id, type, name, parentId }: Pick<Organisation, '_id' | 'type' | 'name' | 'parentId'>,
  tree: Tree,
  on: Day,
): boolean =>
  [...tree.values()].some(
    (other) =>
      other._id !== _id &&
      other.type === type &&
      other.name === name &&
      (type !== 'group' || other.parentId === parentId) &&
      (other.validTo === undefined || other.validTo >= on),
  )

export const childrenOf = (id: string, tree: Tree, on: Day): Organisation[] =>
  [...tree.values()].filter((node) => node.parentId === id && isActiveOn(node, on))

/** The place at the end of those that stand beside it: 组织序列 is never by name or result. */
export const lastOrder = (parentId: string | null, tree: Tree): number =>
  Math.max(0, ...[...tree.values()].filter((node) => node.parentId === parentId).map(({ order }) => order)) +
  1
