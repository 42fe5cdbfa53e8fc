import { collectionMissing, requestFailed } from '../cloudError'
import type { Document } from '../types'
import type { Collection } from './Collection'
import type { Database } from './Database'
import { matcher } from './matcher'
import { projectFields } from './projectFields'
import { replaceNow } from './replaceNow'
import type { PipelineSource } from './pipeline/Stage'
import { runPipeline } from './runPipeline'
import { candidatesInOrder, planCandidates } from './planCandidates'
import { sortDocuments } from './sortDocuments'
import type { StoredRecord } from './StoredRecord'

/** Rows of a query that names no limit, and the most it may ask for. */
const DEFAULT_ROWS = 100
const MAX_ROWS = 1000
/** Rows of an aggregation without a `$limit` stage; with one it answers no more than a query does. */
const AGGREGATE_ROWS = 20

interface FindRequest {
  query: Document
  order?: Document
  skip?: number
  limit?: number
  projection?: Document
  transactionId?: unknown
}

function rowCount(value: number | undefined, fallback: number, name: string): number {
  if (value === undefined) return fallback
  if (!Number.isInteger(value) || value < 0) throw requestFailed(`${name} must be a non-negative integer`)
  return value
}

/** Stops at the last document that is asked for. */
function firstMatches(
  database: Database,
  collection: Collection,
  records: Iterable<StoredRecord>,
  { query, most }: { query: Document; most: number },
): Document[] {
  const test = matcher(query)
  const found: Document[] = []
  for (const { doc } of records) {
    database.work.examined += 1
    collection.examined += 1
    if (doc !== null && test(doc)) found.push(doc)
    if (found.length === most) break
  }
  return found
}

/** Documents as they are stored: to be encoded or cloned by the caller, never handed out or changed. */
export function find(database: Database, name: string, request: FindRequest): Document[] {
  const collection = database.collection(name)
  const transaction = database.transaction(request.transactionId)
  const skip = rowCount(request.skip, 0, 'skip')
  const limit = Math.min(rowCount(request.limit, DEFAULT_ROWS, 'limit') || DEFAULT_ROWS, MAX_ROWS)
  const inOrder =
    transaction === undefined ? candidatesInOrder(collection, request.query, request.order) : undefined
  const sorted =
    inOrder === undefined
      ? sortDocuments(
          database.match(collection, request.query, transaction).map(({ doc }) => doc),
          request.order,
        )
      : firstMatches(database, collection, inOrder, { query: request.query, most: skip + limit })
  const rows = sorted.slice(skip, skip + limit)
  database.work.found += rows.length
  return rows.map(projectFields(request.projection))
}

export function count(database: Database, name: string, query: Document): number {
  const collection = database.collection(name)
  if (Object.keys(query).length === 0) return collection.count()
  const { length } = database.match(collection, query)
  database.work.found += length
  return length
}

/** What a pipeline begins with: the conditions before anything else, then an order, then how many. */
function beginning(pipeline: readonly Document[]): { query: Document; order?: Document; most?: number } {
  const end = pipeline.findIndex((stage) => !('$match' in stage))
  const matches = pipeline.slice(0, end === -1 ? undefined : end).map(({ $match }) => $match as Document)
  const [next, second] = end === -1 ? [] : pipeline.slice(end)
  const limit = next?.$sort === undefined ? next : second
  const query = matches.length === 1 ? (matches[0] ?? {}) : { $and: matches }
  return {
    query: matches.length === 0 ? {} : query,
    ...(next?.$sort !== undefined && { order: next.$sort as Document }),
    ...(typeof limit?.$limit === 'number' && limit.$limit > 0 && { most: limit.$limit }),
  }
}

/** The documents a pipeline begins with, through the indexes, no more than it asks for first. */
function firstRows(
  database: Database,
  collection: Collection,
  { query, order, most }: ReturnType<typeof beginning>,
): Document[] {
  const inOrder = order && most ? candidatesInOrder(collection, query, order) : undefined
  if (inOrder && most) return firstMatches(database, collection, inOrder, { query, most })
  const planned = planCandidates(collection, query)
  return firstMatches(database, collection, planned, { query, most: order ? Infinity : (most ?? Infinity) })
}

/** Of other collections; what an index finds is what is joined. */
function joined(database: Database, from: string, query: Document): Document[] | undefined {
  const collection = database.find(from)
  if (collection === undefined) return undefined
  const docs = planCandidates(collection, query).flatMap(({ doc }) => (doc === null ? [] : [doc]))
  database.work.examined += docs.length
  if (Object.keys(query).length > 0) database.work.found += docs.length
  return docs
}

/** Sees the committed state only. */
export function aggregate(database: Database, name: string, pipeline: readonly Document[]): Document[] {
  const source: PipelineSource = {
    candidates: (from, query) => joined(database, from, query),
    hasIndexOn(from, field) {
      return field === '_id' || database.find(from)?.indexes.some(({ keys }) => keys[0] === field) === true
    },
  }
  const isLimited = pipeline.some((stage) => '$limit' in stage)
  const stages = replaceNow(isLimited ? pipeline : [...pipeline, { $limit: AGGREGATE_ROWS }], database.now())
  const collection = database.find(name)
  if (collection === undefined) throw collectionMissing()
  // What is wrong with a stage is said before a document is looked at.
  runPipeline(source, [], stages as Document[])
  const first = beginning(stages as Document[])
  const rows = firstRows(database, collection, first)
  database.work.found += Math.min(rows.length, first.most ?? Infinity)
  return (runPipeline(source, rows, stages as Document[]) ?? []).slice(0, MAX_ROWS)
}
