import type { ListRow, ListShape } from '@domain/contract/keptLists'
import type { Named } from '@domain/contract/shared'
import { held } from '@domain/keptLists/cell'
import { moversOf, movesFrom } from '@domain/keptLists/entry'
import type { NameOf } from '@domain/keptLists/lines'
import type { ListTemplate } from '@domain/keptLists/template'
import { named } from '../entry/targets'
import type { Context } from '../entry/useCase'
import type { StoredRow } from '../store/collections/listRows'
import { readNameable } from '../store/readPeople'
import { type List, listAllows, ownRow } from './aboutList'

type Holding = Pick<StoredRow, 'memberIds' | 'cells'>

/** What a page has to know of a list; who may do what stays here. */
export function shapeOf({
  row: _,
  reads: _r,
  writes: _w,
  owner: _o,
  moves,
  ...shape
}: ListTemplate): ListShape {
  return { ...shape, ...(moves && { moves: moves.map(({ by: _by, ...move }) => move) }) }
}

const branchIdsIn = ({ cells }: Holding, { fields }: ListTemplate): string[] =>
  fields.flatMap(({ is, id }) => (is === 'branch' ? (held(cells, id, 'pickedIds') ?? []) : []))

const peopleOf = (rows: readonly Holding[]): string[] => rows.flatMap(({ memberIds }) => memberIds)

/** What the members and branches in rows are called on paper, read for all these rows at once; '' for whoever is no longer there. */
export async function readNameOf(rows: readonly Holding[], { names, register }: Context): Promise<NameOf> {
  const people = await readNameable(peopleOf(rows))
  const called = new Map([...people].map(([id, member]) => [id, names.of(member)]))
  return (id) => called.get(id) ?? register.get(id)?.name ?? ''
}

/** Gives the names of the members and branches that a row holds, read for all these rows at once. */
export async function readNamesIn(
  rows: readonly Holding[],
  template: ListTemplate,
  { names, register }: Context,
): Promise<(row: Holding) => Named[]> {
  const people = await readNameable(peopleOf(rows))
  const shown = new Map([...people].map(([id, member]) => [id, { id, name: names.of(member) }]))
  return (row) => [
    ...row.memberIds.flatMap((id) => shown.get(id) ?? []),
    ...branchIdsIn(row, template).flatMap((id) => {
      const branch = register.get(id)
      return branch ? [named(branch)] : []
    }),
  ]
}

/** A row as it is shown, with what the caller may make of it. */
export function shownRow(
  stored: StoredRow,
  { template, organisation }: List,
  { context, nameOf }: { context: Context; nameOf: (row: Holding) => Named[] },
): ListRow {
  const { _id: id, version, cells, state, stateOn, answer } = stored
  const own = ownRow({ template, organisation }, cells, context)
  const moves = movesFrom(template, state)
    .filter((move) =>
      listAllows('list.move', { organisation, listSays: moversOf(template, move), ...own }, context),
    )
    .map(({ by: _, ...move }) => move)
  return {
    ...{ id, version, cells, moves, names: nameOf(stored) },
    ...(state !== '' && { state, stateOn }),
    ...(answer !== undefined && { answer }),
  }
}
