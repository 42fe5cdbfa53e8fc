import { randomBytes } from 'node:crypto'
import {
  collectionExists,
  collectionMissing,
  duplicateKey,
  invalidParam,
  requestFailed,
  transactionConflict,
  transactionGone,
} from '../cloudError'
import type { CollectionDeclaration, Document } from '../types'
import { assertStorable } from './assertStorable'
import { bsonSize } from './bsonSize'
import { Collection } from './Collection'
import type { DocumentIndex } from './DocumentIndex'
import { decodeStored, encodeStored } from './ejson'
import type { Journal } from './Journal'
import { matcher } from './matcher'
import { planCandidates } from './planCandidates'
import type { StoredRecord } from './StoredRecord'
import { type PendingWrite, Transaction } from './Transaction'

/** Bytes of a document in BSON, inclusive. */
const DOCUMENT_LIMIT = 16 * 1024 * 1024
/** In BSON a document takes at most so many times the length of its stored text: `[1,1,…]` with long positions. */
const MOST_GROWTH = 8

/** The stored text of a document. Whatever cannot be stored is refused here, before anything of a request is. */
function bodyOf(doc: Document): string {
  assertStorable(doc)
  const body = encodeStored(doc)
  const size = body.length * MOST_GROWTH > DOCUMENT_LIMIT ? bsonSize(doc) : 0
  if (size > DOCUMENT_LIMIT)
    throw requestFailed(`object to insert too large. size in bytes: ${size}, max size: ${DOCUMENT_LIMIT}`)
  return body
}

export interface DatabaseOptions {
  journal: Journal
  collections: CollectionDeclaration[]
  /** Emulated milliseconds. */
  now: () => number
  /** Real milliseconds a transaction may stay open; the cloud's 30 s unless a test cannot wait. */
  transactionLife?: number | undefined
}

/** Collections in memory over the journal: committing, snapshots, locks, uniqueness. Operations build on it. */
export class Database {
  readonly now: () => number
  /** Documents looked at so far, and those answered, counted, changed, grouped or joined. */
  readonly work = { examined: 0, found: 0 }
  private readonly journal: Journal
  private readonly collectionsByName = new Map<string, Collection>()
  private readonly transactions = new Map<string, { transaction: Transaction; timer: NodeJS.Timeout }>()
  private readonly versioned = new Map<StoredRecord, Collection>()
  private readonly transactionLife: number
  private readonly declared: ReadonlySet<string>
  private seq = 0
  private ordinal = 0

  constructor(options: DatabaseOptions) {
    this.now = options.now
    this.journal = options.journal
    this.transactionLife = options.transactionLife ?? 30_000
    for (const declaration of options.collections) {
      this.collectionsByName.set(declaration.name, new Collection(declaration))
    }
    this.declared = new Set(this.collectionsByName.keys())
    this.load()
  }

  private openCollection(name: string): Collection {
    const present = this.collectionsByName.get(name)
    if (present !== undefined) return present
    const made = new Collection({ name })
    this.collectionsByName.set(name, made)
    return made
  }

  /** Takes what the journal holds for all there is; running transactions are over. */
  reload(): void {
    this.close()
    for (const [name, collection] of this.collectionsByName) {
      collection.clear()
      if (!this.declared.has(name)) this.collectionsByName.delete(name)
    }
    this.load()
  }

  private load(): void {
    for (const name of this.journal.collections()) this.openCollection(name)
    for (const row of this.journal.rows()) {
      const collection = this.openCollection(row.collection)
      const doc = decodeStored(row.body)
      this.ordinal = Math.max(this.ordinal, row.ordinal)
      collection.replace(
        collection.claim(doc._id, () => row.ordinal),
        doc,
        0,
      )
    }
  }

  // Collections

  collectionNames(): string[] {
    return [...this.collectionsByName.keys()].sort()
  }

  find(name: string): Collection | undefined {
    return this.collectionsByName.get(name)
  }

  collection(name: string): Collection {
    const collection = this.collectionsByName.get(name)
    if (collection === undefined) throw collectionMissing()
    return collection
  }

  createCollection(name: unknown): void {
    if (typeof name !== 'string' || !/^[A-Za-z][\w-]{0,63}$/.test(name))
      throw invalidParam('collectionName is not a valid name')
    if (this.collectionsByName.has(name)) throw collectionExists()
    this.journal.addCollection(name)
    this.openCollection(name)
  }

  // Reading

  /** Records whose document matches, with that document, as the transaction or the committed state has it. */
  match(
    collection: Collection,
    query: Document,
    transaction?: Transaction,
  ): { record: StoredRecord; doc: Document }[] {
    const test = matcher(query)
    const found: { record: StoredRecord; doc: Document }[] = []
    for (const record of this.candidates(collection, query, transaction)) {
      const doc = transaction === undefined ? record.doc : transaction.read(record)
      this.work.examined += 1
      collection.examined += 1
      if (doc !== null && test(doc)) found.push({ record, doc })
    }
    return found
  }

  private candidates(collection: Collection, query: Document, transaction?: Transaction): StoredRecord[] {
    const planned = planCandidates(collection, query)
    if (transaction === undefined) return planned
    // The indexes know the committed state only: what changed since the snapshot is looked at as well.
    const changed = [...this.versioned.keys(), ...transaction.writes.keys()].filter(
      (record) => collection.records.get(record.key) === record,
    )
    return [...new Set([...planned, ...changed])].sort((a, b) => a.ordinal - b.ordinal)
  }

  // Writing

  /** One request: what it wrote is on disk when this returns or throws. */
  request<T>(work: () => T): T {
    return this.journal.batch(work)
  }

  newId(): string {
    return randomBytes(16).toString('hex')
  }

  claim(collection: Collection, id: unknown): StoredRecord {
    return collection.claim(id, () => (this.ordinal += 1))
  }

  /** Writes one document, at once or into the transaction; the caller has taken the lock. */
  put(collection: Collection, record: StoredRecord, doc: Document | null, transaction?: Transaction): void {
    const body = doc === null ? '' : bodyOf(doc)
    if (doc !== null) this.refuseDuplicate(collection, record, doc, transaction)
    const write = { collection, doc, body }
    if (transaction === undefined) this.commit(record, write, (this.seq += 1))
    else transaction.writes.set(record, write)
  }

  private commit(record: StoredRecord, { collection, doc, body }: PendingWrite, seq: number): void {
    if (doc === null) this.journal.remove(record.ordinal)
    else this.journal.put({ ordinal: record.ordinal, collection: collection.name, body })
    if (this.transactions.size > 0) {
      record.older.push({ seq: record.seq, doc: record.doc })
      this.versioned.set(record, collection)
    }
    collection.replace(record, doc, seq)
    if (this.transactions.size === 0) collection.forget(record)
  }

  private refuseDuplicate(
    collection: Collection,
    record: StoredRecord,
    doc: Document,
    transaction?: Transaction,
  ): void {
    for (const index of collection.indexes) {
      if (!index.unique) continue
      for (const entry of index.entriesOf(doc)) {
        const holders = index.lookup({ prefix: entry.map((key) => [key]) }).flatMap((leaf) => [...leaf])
        const isTaken = holders.some((other) => other !== record && transaction?.writes.has(other) !== true)
        const rival = isTaken ? undefined : this.pendingHolder(index, entry, record)
        if (rival !== undefined && transaction !== undefined && rival !== transaction) {
          this.abort(transaction.id)
          throw transactionConflict()
        }
        if (isTaken || rival !== undefined)
          throw duplicateKey(collection.name, index.name, index.describe(entry))
      }
    }
  }

  /** The running transaction that is about to write the same unique key. */
  private pendingHolder(
    index: DocumentIndex,
    entry: readonly string[],
    self: StoredRecord,
  ): Transaction | undefined {
    const wanted = JSON.stringify(entry)
    for (const { transaction } of this.transactions.values()) {
      for (const [record, { collection, doc }] of transaction.writes) {
        if (record === self || doc === null || !collection.indexes.includes(index)) continue
        if (index.entriesOf(doc).some((other) => JSON.stringify(other) === wanted)) return transaction
      }
    }
    return undefined
  }

  /** Takes the records for writing. The first writer wins: a transaction that comes second is aborted. */
  lock(collection: Collection, records: readonly StoredRecord[], transaction: Transaction): void {
    for (const record of records) {
      const isTaken = record.lock !== undefined && record.lock !== transaction
      if (isTaken || record.seq > (transaction.snapshot ?? Infinity)) {
        this.abort(transaction.id)
        throw transactionConflict()
      }
      record.lock = transaction
      transaction.locks.set(record, collection)
    }
  }

  // Transactions

  begin(): string {
    const transaction = new Transaction()
    const timer = setTimeout(() => this.abort(transaction.id), this.transactionLife)
    timer.unref()
    this.transactions.set(transaction.id, { transaction, timer })
    return transaction.id
  }

  /** The open transaction of an id, its snapshot taken; undefined when the request names none. */
  transaction(id: unknown): Transaction | undefined {
    if (id === undefined || id === null || id === '') return undefined
    const open = typeof id === 'string' ? this.transactions.get(id) : undefined
    if (open === undefined) throw transactionGone()
    open.transaction.snapshot ??= this.seq
    return open.transaction
  }

  commitTransaction(id: unknown): void {
    const transaction = this.transaction(id)
    if (transaction === undefined) throw transactionGone()
    const seq = (this.seq += 1)
    this.request(() => {
      for (const [record, write] of transaction.writes) {
        if (write.doc !== record.doc) this.commit(record, write, seq)
      }
    })
    this.end(transaction)
  }

  abortTransaction(id: unknown): void {
    const transaction = this.transaction(id)
    if (transaction === undefined) throw transactionGone()
    this.end(transaction)
  }

  abort(id: string): void {
    const open = this.transactions.get(id)
    if (open !== undefined) this.end(open.transaction)
  }

  private end(transaction: Transaction): void {
    clearTimeout(this.transactions.get(transaction.id)?.timer)
    this.transactions.delete(transaction.id)
    transaction.release()
    for (const [record, collection] of transaction.locks) this.versioned.set(record, collection)
    if (this.transactions.size > 0) return
    for (const [record, collection] of this.versioned) collection.forget(record)
    this.versioned.clear()
  }

  close(): void {
    for (const { transaction } of [...this.transactions.values()]) this.end(transaction)
  }
}
