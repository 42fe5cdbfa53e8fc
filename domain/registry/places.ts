import { isActiveOn } from '../org/membershipOn'
import type { Day, Organisation } from '../org/organisation'
import type { Tree } from '../org/tree'
import { plainCommunity, plainName, plainVillage } from './plainName'

/** The organisations of a day, found by whatever a register calls them. */
export interface Places {
  tree: Tree
  /** Branches a name means: one when it is exact, several to choose from when it is not. */
  branches: (name: string) => { ids: string[]; isExact: boolean }
  group: (branchId: string, name: string) => string | undefined
  community: (name: string) => string | undefined
  village: (name: string) => string | undefined
  /** An organisation by full name, and under its parent where the name is not the only one. */
  named: (name: string, parentId?: string | null) => string[]
}

type Index = Map<string, string[]>

const add = (index: Index, key: string, id: string) => {
  const ids = index.get(key)
  if (!ids) index.set(key, [id])
  else if (!ids.includes(id)) ids.push(id)
}

/** A group is called by its short name, or with that of its branch before it. */
const groupNames = (name: string, branch: Organisation | undefined) => {
  const plain = plainName(name)
  return branch && plain.startsWith(plainName(branch.name))
    ? plain.slice(plainName(branch.name).length)
    : plain
}

/** More would be no choice. */
const most = 8

export function placesOf(tree: Tree, day: Day): Places {
  const [all, branches, groups, communities, villages]: Index[] = Array.from(
    { length: 5 },
    () => new Map(),
  ) as Index[]
  for (const node of tree.values()) {
    if (!isActiveOn(node, day)) continue
    const parent = node.parentId === null ? undefined : tree.get(node.parentId)
    add(all as Index, plainName(node.name), node._id)
    if (node.type === 'branch') {
      add(branches as Index, plainName(node.name), node._id)
      if (parent) add(branches as Index, plainName(parent.name) + plainName(node.name), node._id)
    }
    if (node.type === 'group') {
      add(groups as Index, `${node.parentId} ${groupNames(node.name, parent)}`, node._id)
      if (parent) add(all as Index, plainName(parent.name) + groupNames(node.name, parent), node._id)
    }
    if (node.type === 'community') add(communities as Index, plainCommunity(node.name), node._id)
    if (node.type === 'village') add(villages as Index, plainVillage(node.name), node._id)
  }
  const only = (index: Index | undefined, key: string) => {
    const ids = index?.get(key) ?? []
    return ids.length === 1 ? ids[0] : undefined
  }
  return {
    tree,
    branches: (name) => branchesNamed(branches as Index, plainName(name)),
    group: (branchId, name) => only(groups, `${branchId} ${groupNames(name, tree.get(branchId))}`),
    community: (name) => only(communities, plainCommunity(name)),
    village: (name) => only(villages, plainVillage(name)),
    named: (name, parentId) => {
      const ids = all?.get(plainName(name)) ?? []
      return parentId === undefined ? ids : ids.filter((id) => tree.get(id)?.parentId === parentId)
    },
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
