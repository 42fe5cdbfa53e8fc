import type { Cell, ListField } from '../contract/keptLists'
import type { Day } from '../time/day'
import { held } from './cell'
import type { ListTemplate } from './template'

type Fields = Pick<ListTemplate, 'fields'>

const distinct = (values: readonly string[]): boolean => new Set(values).size === values.length

/** Each once, and no more than there may be. */
const isFew = (picked: readonly string[], most: number): boolean => picked.length <= most && distinct(picked)

function fits(cell: Cell, field: ListField, today: Day): boolean {
  switch (field.is) {
    case 'day':
      return 'on' in cell && (!field.past || cell.on <= today)
    case 'person':
      return 'pickedIds' in cell && isFew(cell.pickedIds, field.most)
    case 'branch':
      return 'pickedIds' in cell && isFew(cell.pickedIds, 1)
    case 'choice':
      return (
        'pickedIds' in cell &&
        isFew(cell.pickedIds, field.most) &&
        cell.pickedIds.every((id) => field.choices.some((choice) => choice.id === id))
      )
    case 'text':
      return 'text' in cell && cell.text.length <= field.max
    case 'name':
      return 'name' in cell
    case 'number':
      return 'number' in cell && cell.number >= field.min && cell.number <= field.max
    case 'steps':
      return (
        'steps' in cell &&
        distinct(cell.steps.map(({ step }) => step)) &&
        cell.steps.every(({ step, on }) => on <= today && field.steps.some(({ id }) => id === step))
      )
  }
}

/**
 * The id of the first field that is missing, is filled in twice or holds what it may not; of a cell without a field, that cell's. null: the row may
 * be kept. Days of what has happened lie no later than today.
 */
export function wrongCell({ fields }: Fields, cells: readonly Cell[], today: Day): string | null {
  const strange = cells.find(({ field }) => !fields.some(({ id }) => id === field))
  if (strange) return strange.field
  const wrong = fields.find((field) => {
    const [cell, ...more] = cells.filter((one) => one.field === field.id)
    if (more.length > 0) return true
    return cell ? !fits(cell, field, today) : field.optional !== true
  })
  return wrong?.id ?? null
}

/** Ids of members and branches that a row names and that are not to be chosen. */
export const strangersIn = (
  { fields }: Fields,
  cells: readonly Cell[],
  choosable: { person: ReadonlySet<string>; branch: ReadonlySet<string> },
): string[] =>
  fields.flatMap((field) =>
    field.is === 'person' || field.is === 'branch'
      ? (held(cells, field.id, 'pickedIds') ?? []).filter((id) => !choosable[field.is].has(id))
      : [],
  )
