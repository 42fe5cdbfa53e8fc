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

/** Ticks over a list that changes while it is looked at: whoever comes is ticked, who was unticked stays so. */
export function useTicked(all: readonly string[]): Ticked {
  const [off, setOff] = useState<ReadonlySet<string>>(new Set())
  const ids = all.filter((id) => !off.has(id))
  return {
    ids,
    total: all.length,
    has: (id) => !off.has(id),
    toggle: (id) =>
      setOff((before) => {
        const after = new Set(before)
        if (!after.delete(id)) after.add(id)
        return after
      }),
    toggleAll: () => setOff(ids.length === all.length ? new Set(all) : new Set()),
  }
}
