import { collectionMissing, duplicateKey, requestFailed } from '../cloudError'
import type { Document } from '../types'
import { assertStorable } from './assertStorable'
import type { Collection } from './Collection'
import type { Database } from './Database'
import { encodeStored } from './ejson'
import { equalityFields } from './equalityFields'
import type { StoredRecord } from './StoredRecord'
import type { Transaction } from './Transaction'
import { applyUpdate, parseUpdate } from './update/applyUpdate'

type Match = { record: StoredRecord; doc: Document }

/**
 * A write outside a transaction waits until no running transaction holds what it touches, as MongoDB does, and
 * looks again; inside one it takes the locks or loses. `work` follows the look without a pause: between the two
 * another write that waited for the same transaction would be lost.
 */
async function settle<T>(
  database: Database,
  collection: Collection,
  transaction: Transaction | undefined,
  targets: () => StoredRecord[],
  work: () => T,
): Promise<Awaited<T>> {
  if (transaction !== undefined) {
    database.lock(collection, targets(), transaction)
    return await work()
  }
  for (;;) {
    const holder = targets().find((record) => record.lock !== undefined)?.lock
    if (holder === undefined) return await work()
    await holder.ended
    // The data may have been replaced meanwhile.
    if (database.find(collection.name) !== collection) throw collectionMissing()
  }
}

/** MongoDB ends a transaction at its first failed write. */
function orAbort<T>(database: Database, transaction: Transaction | undefined, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (transaction !== undefined) database.abort(transaction.id)
    throw error
  }
}

function withId(database: Database, doc: Document): Document {
  const { _id, ...rest } = doc
  if (_id === undefined || _id === null || _id === '') return { _id: database.newId(), ...rest }
  if (typeof _id !== 'string' && typeof _id !== 'number')
    throw requestFailed('_id must be a string or a number')
  return { _id, ...rest }
}

function insertOne(
  database: Database,
  collection: Collection,
  doc: Document,
  transaction?: Transaction,
): void {
  const record = database.claim(collection, doc._id)
  const present = transaction === undefined ? record.doc : transaction.read(record)
  if (present !== null) throw duplicateKey(collection.name, '_id_', `_id: ${JSON.stringify(doc._id)}`)
  if (transaction !== undefined) database.lock(collection, [record], transaction)
  try {
    database.put(collection, record, doc, transaction)
  } finally {
    collection.dropUnwritten(record)
  }
}

/** Inserts in order; the documents before a refused one stay, as in MongoDB. */
export async function insert(
  database: Database,
  name: string,
  docs: Document[],
  transactionId?: unknown,
): Promise<unknown[]> {
  const collection = database.collection(name)
  const transaction = database.transaction(transactionId)
  const made = docs.map((doc) => withId(database, doc))
  made.forEach(assertStorable)
  const targets = () => made.flatMap(({ _id }) => collection.byId(_id) ?? [])
  const write = () =>
    orAbort(database, transaction, () =>
      database.request(() => {
        for (const doc of made) insertOne(database, collection, doc, transaction)
      }),
    )
  if (transaction === undefined) await settle(database, collection, undefined, targets, write)
  else write()
  return made.map(({ _id }) => _id)
}

interface ModifyRequest {
  query: Document
  data: Document
  multi: boolean
  /** false replaces the document. */
  merge: boolean
  upsert: boolean
  transactionId?: unknown
}

function nextDocument(request: ModifyRequest, now: number): (doc: Document) => Document {
  if (request.merge) {
    const steps = parseUpdate(request.data)
    return (doc) => applyUpdate(doc, steps, { now, isInsert: false, query: request.query })
  }
  const { _id, ...data } = request.data
  assertStorable(data)
  return (doc) => {
    if (_id !== undefined && _id !== doc._id)
      throw requestFailed("the immutable field '_id' cannot be changed")
    return { _id: doc._id, ...data }
  }
}

async function upserted(database: Database, name: string, request: ModifyRequest): Promise<unknown> {
  const base = equalityFields(request.query)
  const doc = request.merge
    ? applyUpdate(base, parseUpdate(request.data), {
        now: database.now(),
        isInsert: true,
        query: {},
      })
    : { ...(base._id === undefined ? {} : { _id: base._id }), ...request.data }
  const [id] = await insert(database, name, [doc], request.transactionId)
  return id
}

/** What a condition finds, found anew each time it is asked for the records to lock. */
function lookUp(
  database: Database,
  collection: Collection,
  { query, multi }: { query: Document; multi: boolean },
  transaction?: Transaction,
): { matches: Match[]; targets: () => StoredRecord[] } {
  const look = {
    matches: [] as Match[],
    targets() {
      const found = database.match(collection, query, transaction)
      look.matches = multi ? found : found.slice(0, 1)
      database.work.found += look.matches.length
      return look.matches.map(({ record }) => record)
    },
  }
  return look
}

/** `updated` counts documents that changed, or that were replaced; `doc` is the last one matched, as it is now. */
export async function modify(
  database: Database,
  name: string,
  request: ModifyRequest,
): Promise<{ updated: number; upsertId: unknown; doc: Document | null }> {
  const collection = database.collection(name)
  const transaction = database.transaction(request.transactionId)
  const next = nextDocument(request, database.now())
  const look = lookUp(database, collection, request, transaction)
  return settle(database, collection, transaction, look.targets, async () => {
    if (look.matches.length === 0 && request.upsert)
      return { updated: 0, upsertId: await upserted(database, name, request), doc: null }
    let updated = 0
    let last: Document | null = null
    orAbort(database, transaction, () =>
      database.request(() => {
        for (const { record, doc } of look.matches) {
          const after = next(doc)
          const isChanged = encodeStored(after) !== encodeStored(doc)
          if (isChanged) database.put(collection, record, after, transaction)
          if (isChanged || !request.merge) updated += 1
          last = after
        }
      }),
    )
    return { updated, upsertId: null, doc: last }
  })
}

export async function remove(
  database: Database,
  name: string,
  request: { query: Document; multi: boolean; transactionId?: unknown },
): Promise<number> {
  const collection = database.collection(name)
  const transaction = database.transaction(request.transactionId)
  const look = lookUp(database, collection, request, transaction)
  return settle(database, collection, transaction, look.targets, () => {
    database.request(() => {
      for (const { record } of look.matches) database.put(collection, record, null, transaction)
    })
    return look.matches.length
  })
}
