import type { Organisation } from './organisation'

/** The organisation tree by id. Build it once with `treeOf` and hand it on. */
export type Tree = ReadonlyMap<string, Organisation>

export const treeOf = (organisations: readonly Organisation[]): Tree =>
  new Map(organisations.map((organisation) => [organisation._id, organisation]))

/** A broken register may close a loop; no county is deeper than this. */
const DEEPEST = 20

/** A node and what stands above it, up to the root. Empty: there is no such node. */
export const upFrom = (tree: Tree, id: string): Organisation[] => {
  const path: Organisation[] = []
  for (let node = tree.get(id); node && path.length < DEEPEST; node = tree.get(node.parentId ?? ''))
    path.push(node)
  return path
}

/** Whether a node is the ancestor itself or lies below it. */
export const isUnder = (tree: Tree, id: string, ancestorId: string): boolean =>
  upFrom(tree, id).some(({ _id }) => _id === ancestorId)

/** The branch a node belongs to: itself, or the branch above a group. */
export const branchOf = (tree: Tree, id: string): string | undefined => {
  const node = tree.get(id)
  if (node?.type === 'branch') return node._id
  return node?.type === 'group' && node.parentId !== null ? node.parentId : undefined
}
