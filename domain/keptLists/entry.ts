import type { Day } from '../time/day'
import type { Cell, ListState } from '../contract/keptLists'
import { held } from './cell'
import type { ListTemplate } from './template'

/** A row as it is judged: what stands in it, and in which state since when. */
export interface Row {
  cells: readonly Cell[]
  state?: string
  stateOn?: Day
}

export const stateOf = (template: ListTemplate, row: Pick<Row, 'state'>): ListState | undefined =>
  template.states?.find(({ id }) => id === row.state)

/** Nothing is left to do: of a list without states always. */
export const isOver = (template: ListTemplate, row: Pick<Row, 'state'>): boolean =>
  stateOf(template, row)?.isOver ?? true

/** The last day on which it is in time (inclusive); undefined where none is named. */
export const dueOf = (template: ListTemplate, { cells }: Pick<Row, 'cells'>): Day | undefined =>
  template.due === undefined ? undefined : held(cells, template.due, 'on')

/** The day a row stands on: the one it tells of, else the one it was entered on. */
export const dayOfRow = (template: ListTemplate, cells: readonly Cell[], enteredOn: Day): Day =>
  (template.on === undefined ? undefined : held(cells, template.on, 'on')) ?? enteredOn

/** Members a row tells of, in the order of its fields. */
export const peopleIn = (template: ListTemplate, cells: readonly Cell[]): string[] =>
  template.fields.flatMap((field) =>
    field.is === 'person' ? (held(cells, field.id, 'pickedIds') ?? []) : [],
  )

/** What may become of a row that is in a state. */
export const movesFrom = (template: ListTemplate, state: string | undefined) =>
  template.moves?.filter(({ from }) => from === state) ?? []
