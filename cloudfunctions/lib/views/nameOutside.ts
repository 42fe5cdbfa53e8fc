import type { Tree } from '@domain/org/tree'

/** How a community or a village reads of someone whose branch lets only numbers out: it sees what was done, and confirms it. */
const NAMELESS = '一名党员'

/** A member's name as those outside the branch of a record read it. */
export const nameOutside = (name: string, branchId: string, tree: Tree): string =>
  tree.get(branchId)?.countsOnly ? NAMELESS : name
