import type { Cell } from '../contract/keptLists'
import type { Day } from '../time/day'

interface Held {
  text: string
  name: string
  on: Day
  number: number
  pickedIds: string[]
  steps: { step: string; on: Day }[]
}

/** What a field of a row holds: `held(cells, 'due', 'on') // '2026-09-15'`; undefined where nothing of the kind stands there. */
export function held<K extends keyof Held>(
  cells: readonly Cell[],
  field: string,
  kind: K,
): Held[K] | undefined {
  const cell: Partial<Held> | undefined = cells.find((one) => one.field === field)
  return cell?.[kind]
}
