import { requestFailed } from '../cloudError'
import type { Document } from '../types'
import { compareValues } from './compareValues'
import { valuesAt } from './fieldPath'

function sortKey(doc: Document, path: readonly string[], direction: number): unknown {
  const values = valuesAt(doc, path)
  if (values.length === 1) return values[0]
  // An array sorts by its smallest element ascending and by its greatest descending.
  return values
    .filter((value) => !Array.isArray(value))
    .reduce(
      (best, value) => (compareValues(value, best) * direction < 0 ? value : best),
      values.find((value) => !Array.isArray(value)) ?? null,
    )
}

/** Stable order by `{field: 1 | -1}`; equal documents stay in natural order. */
export function sortDocuments(docs: Document[], order: Document | undefined): Document[] {
  const fields = Object.entries(order ?? {})
  if (fields.length === 0) return docs
  const paths = fields.map(([field, direction]) => {
    if (direction !== 1 && direction !== -1)
      throw requestFailed(`the sort order of '${field}' must be 1 or -1`)
    return { path: field.split('.'), direction }
  })
  const keyed = docs.map((doc) => ({
    doc,
    keys: paths.map(({ path, direction }) => sortKey(doc, path, direction)),
  }))
  keyed.sort((a, b) => {
    for (const [i, { direction }] of paths.entries()) {
      const comparison = compareValues(a.keys[i], b.keys[i])
      if (comparison !== 0) return comparison * direction
    }
    return 0
  })
  return keyed.map(({ doc }) => doc)
}
