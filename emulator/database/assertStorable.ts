import { requestFailed } from '../cloudError'

/** Field names a document may not have; the database would take them for operators. */
export function assertStorable(value: unknown): void {
  if (typeof value !== 'object' || value === null || value instanceof Date || value instanceof RegExp) return
  if (Array.isArray(value)) {
    value.forEach(assertStorable)
    return
  }
  for (const [key, item] of Object.entries(value)) {
    if (key.startsWith('$')) throw requestFailed(`Document can't have $ prefix field names: ${key}`)
    assertStorable(item)
  }
}
