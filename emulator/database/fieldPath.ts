import type { Document } from '../types'

function isObject(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !(value instanceof Date) && !(value instanceof RegExp)
}

/** Every value a query on `path` may compare with: through arrays, as MongoDB does. A missing one counts as null. */
export function valuesAt(doc: unknown, path: readonly string[]): unknown[] {
  if (path.length === 0) return Array.isArray(doc) ? [doc, ...(doc as unknown[])] : [doc ?? null]
  if (!isObject(doc)) return [null]
  const [head = '', ...rest] = path
  if (!Array.isArray(doc)) return valuesAt(doc[head], rest)
  const items = doc as unknown[]
  const inside = items.filter((item) => isObject(item)).flatMap((item) => valuesAt(item, path))
  const byPosition = /^\d+$/.test(head) ? valuesAt(items[Number(head)], rest) : []
  return [...inside, ...byPosition, ...(inside.length === 0 ? [null] : [])]
}

/** A text that is equal exactly for values MongoDB's equality takes as the same. */
export function valueKey(value: unknown): string {
  if (value === null || value === undefined) return 'z'
  if (typeof value === 'string') return `s${value}`
  if (typeof value === 'number') return `n${value === 0 ? 0 : value}`
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (value instanceof Date) return `d${value.getTime()}`
  if (value instanceof RegExp) return `r${String(value)}`
  if (Array.isArray(value)) return `[${value.map((item) => JSON.stringify(valueKey(item))).join(',')}]`
  const fields = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)}:${JSON.stringify(valueKey(item))}`,
  )
  return `{${fields.join(',')}}`
}
