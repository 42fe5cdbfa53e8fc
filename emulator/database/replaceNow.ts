import type { Document } from '../types'

/** `$$NOW` becomes the emulated time, which the aggregation library cannot know. */
export function replaceNow(value: unknown, now: number): unknown {
  if (value === '$$NOW') return new Date(now)
  if (value === null || typeof value !== 'object' || value instanceof Date || value instanceof RegExp)
    return value
  if (Array.isArray(value)) return value.map((item) => replaceNow(item, now))
  const out: Document = {}
  for (const [key, item] of Object.entries(value)) out[key] = replaceNow(item, now)
  return out
}
