import { invalidParam } from '../cloudError'
import type { Database } from '../database/Database'
import { decode, encode } from '../database/ejson'
import { aggregate, count, find } from '../database/readOperations'
import { insert, modify, remove } from '../database/writeOperations'
import type { Document } from '../types'

export type Payload = Record<string, unknown>
export type Action = (payload: Payload) => object | Promise<object>

function collectionName(payload: Payload): string {
  if (typeof payload.collectionName !== 'string') throw invalidParam('collectionName is required')
  return payload.collectionName
}

function object(text: unknown, name: string, now: number): Document {
  const value = typeof text === 'string' ? decode(text, now) : text
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalidParam(`${name} must be an object`)
  return value as Document
}

function optionalObject(text: unknown, name: string, now: number): Document {
  return text === undefined || text === null || text === '' ? {} : object(text, name, now)
}

function optionalNumber(value: unknown, name: string): number | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'number') throw invalidParam(`${name} must be a number`)
  return value
}

function stagesOf(payload: Payload, now: number): Document[] {
  if (!Array.isArray(payload.stages)) throw invalidParam('stages must be an array')
  return (payload.stages as Payload[]).map(({ stageKey, stageValue }) => {
    if (typeof stageKey !== 'string' || typeof stageValue !== 'string')
      throw invalidParam('a stage needs stageKey and stageValue')
    return { [stageKey]: decode(stageValue, now) }
  })
}

/** The database actions of the SDK gateway, each with the fields the SDK sends. */
export function databaseActions(database: Database): Record<string, Action> {
  const now = () => database.now()
  return {
    'database.addCollection': (payload) => {
      database.createCollection(payload.collectionName)
      return {}
    },
    'database.insertDocument': async (payload) => {
      const list: unknown[] = Array.isArray(payload.data) ? payload.data : [payload.data]
      const docs = list.map((text) => object(text, 'data', now()))
      return {
        data: { insertedIds: await insert(database, collectionName(payload), docs, payload.transactionId) },
      }
    },
    'database.getDocument': (payload) => {
      const docs = find(database, collectionName(payload), {
        query: optionalObject(payload.query, 'query', now()),
        order: optionalObject(payload.order, 'order', now()),
        skip: optionalNumber(payload.offset, 'offset'),
        limit: payload.queryType === 'DOC' ? 1 : optionalNumber(payload.limit, 'limit'),
        projection: optionalObject(payload.projection, 'projection', now()),
        transactionId: payload.transactionId,
      })
      return { data: { list: docs.map(encode), limit: payload.limit, offset: payload.offset ?? 0 } }
    },
    'database.calculateDocument': (payload) => ({
      data: {
        total: count(database, collectionName(payload), optionalObject(payload.query, 'query', now())),
      },
    }),
    'database.modifyDocument': async (payload) => {
      const { updated, upsertId } = await modify(database, collectionName(payload), {
        query: object(payload.query, 'query', now()),
        data: object(payload.data, 'data', now()),
        multi: payload.multi === true,
        merge: payload.merge === true,
        upsert: payload.upsert === true,
        transactionId: payload.transactionId,
      })
      return { data: { updated, upsert_id: upsertId } }
    },
    // `where().updateAndReturn()`: one document, and counted also when it already was as asked.
    'database.modifyAndReturnDoc': async (payload) => {
      const { doc } = await modify(database, collectionName(payload), {
        query: object(payload.query, 'query', now()),
        data: object(payload.data, 'data', now()),
        multi: false,
        merge: true,
        upsert: false,
        transactionId: payload.transactionId,
      })
      return { data: { updated: doc === null ? 0 : 1, doc: doc === null ? null : encode(doc) } }
    },
    'database.removeDocument': async (payload) => {
      const query = object(payload.query, 'query', now())
      const deleted = await remove(database, collectionName(payload), {
        query,
        multi: payload.multi === true,
        transactionId: payload.transactionId,
      })
      return { data: { deleted } }
    },
    'database.aggregateDocuments': (payload) => ({
      data: { list: aggregate(database, collectionName(payload), stagesOf(payload, now())).map(encode) },
    }),
    'database.startTransaction': () => ({ transactionId: database.begin() }),
    'database.commitTransaction': (payload) => {
      database.commitTransaction(payload.transactionId)
      return {}
    },
    'database.abortTransaction': (payload) => {
      database.abortTransaction(payload.transactionId)
      return {}
    },
  }
}
