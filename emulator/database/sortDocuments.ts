import { requestFailed } from '../cloudError'
import type { Document } from '../types'
import { compareValues } from './compareValues'
import { isPlainObject } from './isPlainObject'

/** The values a document may sort by: of an array its elements; an empty one sorts before null. */
function sortValues(value: unknown, path: readonly string[], at: number): unknown[] {
  if (at === path.length) {
    if (Array.isArray(value)) return value.length === 0 ? [undefined] : (value as unknown[])
    return [value ?? null]
  }
  const name = path[at] ?? ''
  if (isPlainObject(value)) return sortValues(value[name], path, at + 1)
  if (!Array.isArray(value)) return [null]
  const items = value as unknown[]
  const inside = items.filter(isPlainObject).flatMap((item) => sortValues(item, path, at))
  const byPosition = /^\d+$/.test(name) ? sortValues(items[Number(name)], path, at + 1) : []
  const found = [...inside, ...byPosition]
  return found.length === 0 ? [null] : found
}

/** An array sorts by its smallest element ascending and by its greatest descending. */
function sortKey(doc: Document, path: readonly string[], direction: number): unknown {
  const [first, ...others] = sortValues(doc, path, 0)
  return others.reduce((best, value) => (compareValues(value, best) * direction < 0 ? value : best), first)
}

interface SortField {
  path: string[]
  direction: 1 | -1
}

/** `{field: 1 | -1}` in the order given; anything else is refused. */
export function sortFields(order: Document | undefined): SortField[] {
  return Object.entries(order ?? {}).map(([field, direction]) => {
    if (direction !== 1 && direction !== -1)
      throw requestFailed(`the sort order of '${field}' must be 1 or -1`)
    return { path: field.split('.'), direction }
  })
}

/** Stable order; equal documents stay in natural order. */
export function sortDocuments(docs: Document[], order: Document | undefined): Document[] {
  const fields = sortFields(order)
  if (fields.length === 0) return docs
  const keyed = docs.map((doc) => ({
    doc,
    keys: fields.map(({ path, direction }) => sortKey(doc, path, direction)),
  }))
  keyed.sort((a, b) => {
    for (const [i, { direction }] of fields.entries()) {
      const comparison = compareValues(a.keys[i], b.keys[i])
      if (comparison !== 0) return comparison * direction
    }
    return 0
  })
  return keyed.map(({ doc }) => doc)
}
