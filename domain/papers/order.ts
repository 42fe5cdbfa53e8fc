/** Every one once: as somebody has put them, those they have never heard of last, in their customary order. */
export const wholeOrder = <T>(saved: readonly T[], customary: readonly T[]): T[] => [
  ...new Set([...saved, ...customary]),
]

export const isSameOrder = <T>(order: readonly T[], other: readonly T[]): boolean =>
  order.length === other.length && order.every((one, index) => one === other[index])

/**
 * One of a list a place up (-1) or down (1); at the end of the list it stays.
 * `moved(['title', 'when'], 'when', -1) // ['when', 'title']`
 */
export function moved<T>(order: readonly T[], one: T, by: -1 | 1): T[] {
  const from = order.indexOf(one)
  const other = order[from + by]
  if (from === -1 || other === undefined) return [...order]
  return order.map((each) => (each === one ? other : each === other ? one : each))
}
