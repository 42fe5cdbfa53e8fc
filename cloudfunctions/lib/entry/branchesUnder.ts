import { mayDo } from '@domain/access/mayDo'
import { rolesOf } from '@domain/access/rolesOf'
import { isActiveOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { branchOf, isUnder, type Tree } from '@domain/org/tree'
import type { Day } from '@domain/time/day'
import type { Context, Found } from './useCase'

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

/** The groups of a branch on a day, in 组织序列. */
export const groupsOf = (branchId: string, tree: Tree, day: Day): Organisation[] =>
  [...tree.values()]
    .filter((node) => node.type === 'group' && node.parentId === branchId && isActiveOn(node, day))
    .sort((a, b) => a.order - b.order)
