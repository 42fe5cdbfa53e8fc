import type { Cell, ListShape, ListState } from '../contract/keptLists'
import type { Day } from '../time/day'
import { held } from './cell'
import type { ListTemplate } from './template'

/** In which state a row is; undefined: its list has none. */
export const stateOf = (
  { states }: Pick<ListShape, 'states'>,
  { state }: { state?: string | undefined },
): ListState | undefined => states?.find(({ id }) => id === state)

/** The last day on which a row is in time (inclusive); undefined where none is named. */
export const dueOf = ({ due }: Pick<ListShape, 'due'>, cells: readonly Cell[]): Day | undefined =>
  due === undefined ? undefined : held(cells, due, 'on')

/** The day a row stands on: the one it tells of, else the one it was entered on. */
export const dayOfRow = ({ on }: Pick<ListShape, 'on'>, cells: readonly Cell[], enteredOn: Day): Day =>
  (on === undefined ? undefined : held(cells, on, 'on')) ?? enteredOn

/** Members a row tells of, each once, in the order of its fields. */
export const peopleIn = ({ fields }: Pick<ListShape, 'fields'>, cells: readonly Cell[]): string[] => [
  ...new Set(
    fields.flatMap((field) => (field.is === 'person' ? (held(cells, field.id, 'pickedIds') ?? []) : [])),
  ),
]

/** What may become of a row that is in a state. */
export const movesFrom = ({ moves = [] }: Pick<ListTemplate, 'moves'>, state: string) =>
  moves.filter(({ from }) => from === state)
