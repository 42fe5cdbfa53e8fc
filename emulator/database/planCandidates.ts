import type { Document } from '../types'
import type { Collection } from './Collection'
import { valueKey } from './fieldPath'
import type { StoredRecord } from './StoredRecord'

function isScalar(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date
}

/** The keys a field must equal one of, or undefined when the condition says something else. */
function acceptedKeys(condition: unknown): string[] | undefined {
  if (isScalar(condition)) return [valueKey(condition)]
  if (typeof condition !== 'object' || condition === null) return undefined
  const { $eq, $in } = condition as { $eq?: unknown; $in?: unknown }
  if ($eq !== undefined && isScalar($eq)) return [valueKey($eq)]
  if (Array.isArray($in) && $in.every(isScalar)) return [...new Set($in.map(valueKey))]
  return undefined
}

/** Which fields must equal what for a document to match: top level and `$and` only. */
export function equalities(query: Document, found = new Map<string, string[]>()): Map<string, string[]> {
  for (const [field, condition] of Object.entries(query)) {
    if (field === '$and' && Array.isArray(condition)) {
      for (const part of condition as unknown[]) {
        if (typeof part === 'object' && part !== null) equalities(part as Document, found)
      }
    } else if (!field.startsWith('$') && !found.has(field)) {
      const keys = acceptedKeys(condition)
      if (keys !== undefined) found.set(field, keys)
    }
  }
  return found
}

function bestIndexLeaves(
  collection: Collection,
  fields: Map<string, string[]>,
): Set<StoredRecord>[] | undefined {
  let best: { leaves: Set<StoredRecord>[]; size: number } | undefined
  for (const index of collection.indexes) {
    const end = index.keys.findIndex((key) => !fields.has(key))
    const usable = index.keys.slice(0, end === -1 ? undefined : end)
    if (usable.length === 0) continue
    const leaves = index.lookup(usable.map((key) => fields.get(key) ?? []))
    const size = leaves.reduce((sum, leaf) => sum + leaf.size, 0)
    if (best === undefined || size < best.size) best = { leaves, size }
  }
  return best?.leaves
}

/**
 * Records that may match the committed state, in natural order: always a superset of those that do, by `_id`
 * or a declared index where the query allows it, else all.
 */
export function planCandidates(collection: Collection, query: Document): StoredRecord[] {
  const fields = equalities(query)
  const ids = fields.get('_id')
  if (ids !== undefined) {
    return inNaturalOrder(ids.flatMap((id) => collection.records.get(id) ?? []))
  }
  const leaves = bestIndexLeaves(collection, fields)
  if (leaves === undefined) return [...collection.records.values()]
  return inNaturalOrder(
    leaves.length === 1 ? [...(leaves[0] ?? [])] : [...new Set(leaves.flatMap((leaf) => [...leaf]))],
  )
}

function inNaturalOrder(records: StoredRecord[]): StoredRecord[] {
  return records.sort((a, b) => a.ordinal - b.ordinal)
}
