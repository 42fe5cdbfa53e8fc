import { isActiveOn } from '../org/membershipOn'
import type { Organisation } from '../org/organisation'
import type { Tree } from '../org/tree'
import type { Day } from '../time/day'
import { plainCommunity, plainName, plainVillage } from './plainName'

/** The organisations of a day, found by whatever a register calls them. */
export interface Places {
  tree: Tree
  /** Branches a name means: one when it is exact, several to choose from when it is not. */
  branches: (name: string) => { ids: string[]; isExact: boolean }
  group: (branchId: string, name: string) => string | undefined
  community: (name: string) => string | undefined
  village: (name: string) => string | undefined
  /** Organisations of any kind by their full name. */
  named: (name: string) => string[]
}

type Index = Map<string, string[]>

const add = (index: Index, key: string, id: string) => {
  const ids = index.get(key)
  if (!ids) index.set(key, [id])
  else if (!ids.includes(id)) ids.push(id)
}

const only = (index: Index, key: string): string | undefined => {
  const ids = index.get(key) ?? []
  return ids.length === 1 ? ids[0] : undefined
}

/** A group is called by its short name, or with that of its branch before it. */
const groupName = (name: string, branch: Organisation | undefined): string => {
  const plain = plainName(name)
  const above = branch && plainName(branch.name)
  return above && plain.startsWith(above) ? plain.slice(above.length) : plain
}

/** More would be no choice. */
const most = 8

interface Indexes {
  all: Index
  branches: Index
  groups: Index
  communities: Index
  villages: Index
}

function enter(node: Organisation, parent: Organisation | undefined, indexes: Indexes): void {
  const { _id, name, parentId, type } = node
  const above = parent ? plainName(parent.name) : ''
  add(indexes.all, plainName(name), _id)
  if (type === 'branch') {
    add(indexes.branches, plainName(name), _id)
    add(indexes.branches, above + plainName(name), _id)
  }
  if (type === 'group') {
    add(indexes.groups, `${parentId ?? ''} ${groupName(name, parent)}`, _id)
    add(indexes.all, above + groupName(name, parent), _id)
  }
  if (type === 'community') add(indexes.communities, plainCommunity(name), _id)
  if (type === 'village') add(indexes.villages, plainVillage(name), _id)
}

export function placesOf(tree: Tree, day: Day): Places {
  const fresh = (): Index => new Map()
  const indexes = {
    all: fresh(),
    branches: fresh(),
    groups: fresh(),
    communities: fresh(),
    villages: fresh(),
  }
  for (const node of tree.values())
    if (isActiveOn(node, day))
      enter(node, node.parentId === null ? undefined : tree.get(node.parentId), indexes)
  const { all, branches, groups, communities, villages } = indexes
  return {
    tree,
    branches: (name) => branchesNamed(branches, plainName(name)),
    group: (branchId, name) => only(groups, `${branchId} ${groupName(name, tree.get(branchId))}`),
    community: (name) => only(communities, plainCommunity(name)),
    village: (name) => only(villages, plainVillage(name)),
    named: (name) => all.get(plainName(name)) ?? [],
  }
}

function branchesNamed(index: Index, plain: string): { ids: string[]; isExact: boolean } {
  const exact = index.get(plain)
  if (exact) return { ids: exact, isExact: true }
  if (plain.length < 3) return { ids: [], isExact: false }
  // 财政局党支部 for 县财政局第一党支部: never taken without being asked.
  const stem = plain.replace(/(第[一二三四五六七八九十]+)?支部$/, '')
  const near = [...index].filter(
    ([name]) => name.includes(plain) || (stem.length >= 3 && name.includes(stem)),
  )
  const ids = [...new Set(near.flatMap(([, found]) => found))]
  return { ids: ids.length <= most ? ids : [], isExact: false }
}
