import type { CollectionDeclaration, Document } from '../types'
import { DocumentIndex } from './DocumentIndex'
import { valueKey } from './fieldPath'
import type { StoredRecord } from './StoredRecord'

/** The documents of one collection in memory, and its indexes over what is committed. */
export class Collection {
  readonly name: string
  readonly records = new Map<string, StoredRecord>()
  readonly indexes: DocumentIndex[]
  /** How many documents queries have looked at so far. */
  examined = 0
  private byIdOrder: DocumentIndex | undefined

  constructor(declaration: CollectionDeclaration) {
    this.name = declaration.name
    this.indexes = (declaration.indexes ?? []).map((index) => new DocumentIndex(index))
  }

  /** The order of `_id`, kept from its first use on. */
  idIndex(): DocumentIndex {
    if (this.byIdOrder === undefined) {
      this.byIdOrder = new DocumentIndex({ name: '_id_', keys: ['_id'] })
      for (const record of this.records.values())
        if (record.doc !== null) this.byIdOrder.add(record, record.doc)
    }
    return this.byIdOrder
  }

  byId(id: unknown): StoredRecord | undefined {
    return this.records.get(valueKey(id))
  }

  /** The record of an `_id`, made when there is none yet. */
  claim(id: unknown, ordinal: () => number): StoredRecord {
    const key = valueKey(id)
    let record = this.records.get(key)
    if (record === undefined) {
      record = { ordinal: ordinal(), key, doc: null, seq: -1, older: [], lock: undefined }
      this.records.set(key, record)
    }
    return record
  }

  /** Makes `next` the committed document of the record. */
  replace(record: StoredRecord, next: Document | null, seq: number): void {
    const all = this.byIdOrder === undefined ? this.indexes : [...this.indexes, this.byIdOrder]
    for (const index of all) {
      if (record.doc !== null) index.remove(record, record.doc)
      if (next !== null) index.add(record, next)
    }
    record.doc = next
    record.seq = seq
  }

  forget(record: StoredRecord): void {
    record.older = []
    if (record.doc === null && record.lock === undefined) this.records.delete(record.key)
  }

  /** Takes away a record claimed for an insert that was then refused. */
  dropUnwritten(record: StoredRecord): void {
    const isUnwritten = record.seq === -1 && record.lock === undefined
    if (isUnwritten) this.records.delete(record.key)
  }

  clear(): void {
    this.records.clear()
    for (const index of this.indexes) index.clear()
    this.byIdOrder = undefined
  }

  count(): number {
    let count = 0
    for (const record of this.records.values()) if (record.doc !== null) count += 1
    return count
  }
}
