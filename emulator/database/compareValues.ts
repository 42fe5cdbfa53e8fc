import { compare } from 'mingo/util'

/** MongoDB's order of values, across types too. */
export const compareValues = (a: unknown, b: unknown): number => compare(a, b)
