import type { Document } from '../types'

/** A deep copy of what a document may hold; nothing stored is ever shared with a caller. */
export function cloneValue<T>(value: T): T {
  if (value === null || typeof value !== 'object') return value
  if (value instanceof Date) return new Date(value.getTime()) as T
  if (value instanceof RegExp) return value
  if (Array.isArray(value)) return value.map((item: unknown) => cloneValue(item)) as T
  const out: Document = {}
  for (const key of Object.keys(value)) {
    const item = (value as Document)[key]
    if (item !== undefined) out[key] = cloneValue(item)
  }
  return out as T
}
