import type { Document } from '../types'
import type { Collection } from './Collection'
import { typeRank } from './compareValues'
import type { DocumentIndex, Place } from './DocumentIndex'
import { valueKey } from './fieldPath'
import type { Range } from './IndexNode'
import { sortFields } from './sortDocuments'
import type { StoredRecord } from './StoredRecord'

/** What every matching document must have: fields equal to one of some keys, fields within bounds. */
interface Requirements {
  equal: Map<string, string[]>
  within: Map<string, Range>
}

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

const isBound = (value: unknown) => value !== undefined && value !== null && isScalar(value)

/** The bounds of one field; bounds of different types cannot both be used. */
function narrowed(known: Range, condition: Document): Range {
  const { $gt, $gte, $lt, $lte } = condition
  const range = { ...known }
  if (range.lower === undefined && isBound($gte)) range.lower = { value: $gte, inclusive: true }
  if (range.lower === undefined && isBound($gt)) range.lower = { value: $gt, inclusive: false }
  const upper = isBound($lte) ? { value: $lte, inclusive: true } : { value: $lt, inclusive: false }
  const fits = range.lower === undefined || typeRank(range.lower.value) === typeRank(upper.value)
  if (range.upper === undefined && isBound(upper.value) && fits) range.upper = upper
  return range
}

/** Top level and `$and` only. */
function requirements(
  query: Document,
  found: Requirements = { equal: new Map(), within: new Map() },
): Requirements {
  for (const [field, condition] of Object.entries(query)) {
    if (field === '$and' && Array.isArray(condition)) {
      for (const part of condition as unknown[]) {
        if (typeof part === 'object' && part !== null) requirements(part as Document, found)
      }
    } else if (!field.startsWith('$')) {
      const keys = acceptedKeys(condition)
      if (keys !== undefined && !found.equal.has(field)) found.equal.set(field, keys)
      if (typeof condition !== 'object' || condition === null) continue
      const range = narrowed(found.within.get(field) ?? {}, condition as Document)
      if (range.lower !== undefined || range.upper !== undefined) found.within.set(field, range)
    }
  }
  return found
}

/** One element of an array may meet one bound and another the other: then only one can be used. */
function usableRange(
  index: DocumentIndex,
  field: string | undefined,
  { within }: Requirements,
): Range | undefined {
  const range = field === undefined ? undefined : within.get(field)
  if (range?.lower === undefined || range.upper === undefined) return range
  return index.isMultikey ? { lower: range.lower } : range
}

/** Where each index that serves the query would look. */
function placesIn(indexes: readonly DocumentIndex[], needs: Requirements): [DocumentIndex, Place][] {
  return indexes.flatMap((index): [DocumentIndex, Place][] => {
    const end = index.keys.findIndex((key) => !needs.equal.has(key))
    const usable = index.keys.slice(0, end === -1 ? undefined : end)
    const range = usableRange(index, index.keys[usable.length], needs)
    if (usable.length === 0 && range === undefined) return []
    return [[index, { prefix: usable.map((key) => needs.equal.get(key) ?? []), range }]]
  })
}

/** What the index that finds fewest documents finds. */
function bestIndexLeaves(
  indexes: readonly DocumentIndex[],
  needs: Requirements,
): Set<StoredRecord>[] | undefined {
  // Who knows most of the keys finds least, as a rule, and the others need not be counted further than that.
  const places = placesIn(indexes, needs).sort(([, a], [, b]) => b.prefix.length - a.prefix.length)
  let [best] = places
  let least = Infinity
  for (const one of places.length > 1 ? places : []) {
    const size = one[0].sizeOf(one[1], least)
    if (size < least) [best, least] = [one, size]
  }
  return best?.[0].lookup(best[1])
}

function indexesFor(collection: Collection, needs: Requirements): readonly DocumentIndex[] {
  return needs.within.has('_id') ? [...collection.indexes, collection.idIndex()] : collection.indexes
}

/** The alternatives of a query, where it says no more than that one of them must hold. */
function alternativesOf(query: Document): Document[] | undefined {
  const found = [query, ...(Array.isArray(query.$and) ? (query.$and as Document[]) : [])]
  const { $or } = found.find((part) => Array.isArray((Object(part) as Document).$or)) ?? {}
  const list = Array.isArray($or) ? ($or as unknown[]) : []
  const areObjects = list.every((one) => typeof one === 'object' && one !== null)
  return list.length > 0 && areObjects ? (list as Document[]) : undefined
}

/** What the alternatives find, each by an index of its own; undefined where one of them has none. */
function throughAlternatives(collection: Collection, query: Document): StoredRecord[] | undefined {
  const alternatives = alternativesOf(query)
  if (alternatives === undefined) return undefined
  const found = new Set<StoredRecord>()
  for (const one of alternatives) {
    const records = throughIndexes(collection, one)
    if (records === undefined) return undefined
    for (const record of records) found.add(record)
  }
  return [...found]
}

/** What an index finds, in no order; undefined where none serves the query. */
function throughIndexes(collection: Collection, query: Document): StoredRecord[] | undefined {
  const needs = requirements(query)
  const ids = needs.equal.get('_id')
  if (ids !== undefined) return ids.flatMap((id) => collection.records.get(id) ?? [])
  const leaves = bestIndexLeaves(indexesFor(collection, needs), needs)
  const either = throughAlternatives(collection, query)
  const size = leaves?.reduce((sum, leaf) => sum + leaf.size, 0) ?? Infinity
  if (leaves === undefined || (either !== undefined && either.length < size)) return either
  return leaves.length === 1 ? [...(leaves[0] ?? [])] : [...new Set(leaves.flatMap((leaf) => [...leaf]))]
}

/**
 * Records that may match the committed state, in natural order: always a superset of those that do, by `_id`
 * or declared indexes where the query allows it, else all.
 */
export function planCandidates(collection: Collection, query: Document): StoredRecord[] {
  const found = throughIndexes(collection, query)
  return found === undefined ? [...collection.records.values()] : inNaturalOrder(found)
}

function inNaturalOrder(records: StoredRecord[]): StoredRecord[] {
  return records.sort((a, b) => a.ordinal - b.ordinal)
}

/** Whether an index finds at once the few documents there can be. */
function isPinned(collection: Collection, { equal }: Requirements): boolean {
  return (
    equal.has('_id') ||
    collection.indexes.some(({ unique, keys }) => unique && keys.every((key) => equal.has(key)))
  )
}

/** So few are sorted sooner than an order is walked through for them; MongoDB, which tries both, decides after as many. */
const FEW = 100

/** Whether an index that knows more of the keys finds but a few documents. */
const isNarrowedOtherwise = (others: readonly DocumentIndex[], needs: Requirements, known: number): boolean =>
  placesIn(others, needs).some(
    ([index, place]) => place.prefix.length > known && index.sizeOf(place, FEW) < FEW,
  )

/**
 * Records that may match, already in the asked order and equal ones in natural order, so that whoever needs only
 * the first can stop there; undefined when no index has that order.
 */
export function candidatesInOrder(
  collection: Collection,
  query: Document,
  order: Document | undefined,
): Iterable<StoredRecord> | undefined {
  const asked = sortFields(order)
  if (asked.length === 0) return undefined
  const needs = requirements(query)
  if (isPinned(collection, needs)) return undefined
  const isFixed = (key: string) => needs.equal.get(key)?.length === 1
  const isOnId = asked.length === 1 && asked[0]?.path[0] === '_id'
  const fixedOf = ({ keys }: DocumentIndex) => {
    const end = keys.findIndex((key) => !isFixed(key))
    return end === -1 ? [] : keys.slice(0, end)
  }
  // Whoever fixes most of the keys walks past fewest.
  const indexes = (isOnId ? [...collection.indexes, collection.idIndex()] : [...collection.indexes]).sort(
    (a, b) => fixedOf(b).length - fixedOf(a).length,
  )
  for (const index of indexes) {
    const prefix = fixedOf(index)
    const sought = asked.filter(({ path }) => !prefix.includes(path.join('.')))
    const direction = sought[0]?.direction
    const follows = sought.every(
      (field, i) => field.direction === direction && index.keys[prefix.length + i] === field.path.join('.'),
    )
    if (index.isMultikey || direction === undefined || !follows) continue
    const range = usableRange(index, index.keys[prefix.length], needs)
    // A walk through everything there is, or through one range of it: worth it only where no other index picks the documents.
    const others =
      range === undefined ? collection.indexes : collection.indexes.filter((one) => one !== index)
    const isPickedOtherwise = () =>
      placesIn(others, needs).length > 0 || throughAlternatives(collection, query) !== undefined
    if (prefix.length === 0 && isPickedOtherwise()) continue
    if (isNarrowedOtherwise(others, needs, prefix.length)) continue
    const keys = prefix.map((key) => needs.equal.get(key)?.[0] ?? '')
    return index.walk(keys, sought.length, direction, range)
  }
  return undefined
}
