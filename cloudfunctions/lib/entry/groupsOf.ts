import { isActiveOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import type { Tree } from '@domain/org/tree'
import type { Day } from '@domain/time/day'

/** The groups of a branch on a day, in 组织序列. */
export const groupsOf = (branchId: string, tree: Tree, day: Day): Organisation[] =>
  [...tree.values()]
    .filter((node) => node.type === 'group' && node.parentId === branchId && isActiveOn(node, day))
    .sort((a, b) => a.order - b.order)
