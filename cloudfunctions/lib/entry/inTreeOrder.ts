import type { Organisation } from '@domain/org/organisation'
import { type Tree, upFrom } from '@domain/org/tree'

/** Orders from the root down: 10.2.1. */
const pathOf = (tree: Tree, { _id }: Organisation): number[] =>
  upFrom(tree, _id)
    .map(({ order }) => order)
    .reverse()

/** 组织序列: a comparison of organisations as the register has them, never by result. */
export const inTreeOrder =
  (tree: Tree) =>
  (a: Organisation, b: Organisation): number => {
    const [left, right] = [pathOf(tree, a), pathOf(tree, b)]
    const length = Math.max(left.length, right.length)
    for (let i = 0; i < length; i += 1) {
      const difference = (left[i] ?? -1) - (right[i] ?? -1)
      if (difference !== 0) return difference
    }
    return a._id < b._id ? -1 : 1
  }
