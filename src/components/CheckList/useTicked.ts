import { useState } from 'react'

export interface Ticked {
  /** In the order of the list. */
  ids: string[]
  total: number
  has: (id: string) => boolean
  toggle: (id: string) => void
  /** All, or, when all are ticked, none. */
  toggleAll: () => void
}

/**
 * Ticks over a list that changes while it is looked at: whoever comes is ticked, but those who are not beforehand (`unticked`); what one has
 * tapped stays so.
 */
export function useTicked(all: readonly string[], unticked: readonly string[] = []): Ticked {
  const [tapped, setTapped] = useState<ReadonlySet<string>>(new Set())
  const has = (id: string) => tapped.has(id) === unticked.includes(id)
  const ids = all.filter(has)
  return {
    ids,
    total: all.length,
    has,
    toggle: (id) =>
      setTapped((before) => {
        const after = new Set(before)
        if (!after.delete(id)) after.add(id)
        return after
      }),
    toggleAll: () => {
      const on = ids.length < all.length
      setTapped(new Set(all.filter((id) => unticked.includes(id) === on)))
    },
  }
}
