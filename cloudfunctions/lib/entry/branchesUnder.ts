import { isActiveOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { branchOf, isUnder, type Tree } from '@domain/org/tree'
import type { Day } from '@domain/time/day'
import type { Found } from './useCase'

type About = Found<null>['about']

export const rootOf = (tree: Tree): Organisation | undefined =>
  [...tree.values()].find(({ type }) => type === 'work_committee')

/** To read an organisation: a group through its branch, what stands beside the tree through the county. */
export function toRead({ _id, type, parentId }: Organisation, tree: Tree): About {
  if (type === 'group') return { branchId: branchOf(tree, _id) ?? _id, groupId: _id }
  if (type === 'community' || type === 'village') return beneath(parentId, tree)
  return { branchId: _id }
}

/** To change what stands under something: a branch's groups are the branch's business, all else the county's. */
export function beneath(parentId: string | null, tree: Tree): About {
  const branchId = parentId ?? rootOf(tree)?._id
  return branchId === undefined ? {} : { branchId }
}

/** Branches anywhere below a unit, or below the work committee, on a day of the tree. */
export const branchesBelow = (id: string, tree: Tree, on: Day): Organisation[] =>
  [...tree.values()].filter(
    (node) => node.type === 'branch' && isActiveOn(node, on) && isUnder(tree, node._id, id),
  )

/** What counts as a branch of the county on a day, on every page that says how many there are: active, and below the work committee. */
export const countyBranches = (tree: Tree, on: Day): Organisation[] => {
  const root = rootOf(tree)
  return root ? branchesBelow(root._id, tree, on) : []
}

export const branchesUnder = (id: string, tree: Tree, on: Day): number => branchesBelow(id, tree, on).length
