import type { Organisation } from './organisation'

/** The organisation tree by id. Build it once with `treeOf` and hand it on. */
export type Tree = ReadonlyMap<string, Organisation>

export const treeOf = (organisations: readonly Organisation[]): Tree =>
  new Map(organisations.map((organisation) => [organisation._id, organisation]))

/** Whether a node is the ancestor itself or lies below it. */
export const isUnder = (tree: Tree, id: string, ancestorId: string): boolean => {
  let node = tree.get(id)
  // A broken roster may close a loop; no county is deeper than this.
  for (let depth = 0; node && depth < 20; depth += 1) {
    if (node._id === ancestorId) return true
    node = node.parentId === null ? undefined : tree.get(node.parentId)
  }
  return false
}

/** The branch a node belongs to: itself, or the branch above a group. */
export const branchOf = (tree: Tree, id: string): string | undefined => {
  const node = tree.get(id)
  if (node?.type === 'branch') return node._id
  return node?.type === 'group' && node.parentId !== null ? node.parentId : undefined
}
