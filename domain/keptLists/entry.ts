import type { Rule } from '../access/accessTable'
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

/** Members by whom a row is to be done; nobody where the list has no such field. */
export const ownersIn = (
  { owner }: Pick<ListTemplate, 'owner'>,
  cells: readonly Cell[],
): readonly string[] => (owner === undefined ? [] : (held(cells, owner, 'pickedIds') ?? []))

/** Whether a row is still to be done and the last day for it was before `today`. */
export function isPastDue(
  shape: Pick<ListShape, 'states' | 'due'>,
  row: { state?: string | undefined; cells: readonly Cell[] },
  today: Day,
): boolean {
  const due = dueOf(shape, row.cells)
  return due !== undefined && due < today && stateOf(shape, row)?.isOver === false
}

/** Who may make a move: whom it names, else whoever writes the list, and of what is to be done whoever is to do it. */
export const moversOf = (
  { writes, owner }: Pick<ListTemplate, 'writes' | 'owner'>,
  move: { by?: Rule } | undefined,
): Rule => move?.by ?? (owner === undefined ? writes : [...writes, 'self'])

/** What a row says, whatever became of it: two of one list that say the same are one, `rowSays(cells) === rowSays(others)`. */
export const rowSays = (cells: readonly Cell[]): string =>
  JSON.stringify(
    [...cells]
      .sort((a, b) => (a.field < b.field ? -1 : 1))
      .map((cell) => [
        cell.field,
        'pickedIds' in cell
          ? [...cell.pickedIds].sort()
          : 'steps' in cell
            ? [...cell.steps].map(({ step, on }) => `${step} ${on}`).sort()
            : Object.values({ ...cell, field: '' }).join(''),
      ]),
  )

/** What may become of a row that is in a state. */
export const movesFrom = ({ moves = [] }: Pick<ListTemplate, 'moves'>, state: string) =>
  moves.filter(({ from }) => from === state)
