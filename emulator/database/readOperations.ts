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
/** Rows of an aggregation without a `$limit` stage. */
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
  collection: Collection,
  records: Iterable<StoredRecord>,
  query: Document,
  most: number,
): Document[] {
  const test = matcher(query)
  const found: Document[] = []
  for (const { doc } of records) {
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
      : firstMatches(collection, inOrder, request.query, skip + limit)
  const rows = sorted.slice(skip, skip + limit)
  return rows.map(projectFields(request.projection))
}

export function count(database: Database, name: string, query: Document): number {
  const collection = database.collection(name)
  return Object.keys(query).length === 0 ? collection.count() : database.match(collection, query).length
}

/** Sees the committed state only. */
export function aggregate(database: Database, name: string, pipeline: readonly Document[]): Document[] {
  const source: PipelineSource = {
    candidates(from, query) {
      const collection = database.find(from)
      if (collection === undefined) return undefined
      return planCandidates(collection, query).flatMap(({ doc }) => (doc === null ? [] : [doc]))
    },
    hasIndexOn(from, field) {
      return field === '_id' || database.find(from)?.indexes.some(({ keys }) => keys[0] === field) === true
    },
  }
  const isLimited = pipeline.some((stage) => '$limit' in stage)
  const stages = replaceNow(isLimited ? pipeline : [...pipeline, { $limit: AGGREGATE_ROWS }], database.now())
  const rows = runPipeline(source, name, stages as Document[])
  if (rows === undefined) throw collectionMissing()
  return rows
}
