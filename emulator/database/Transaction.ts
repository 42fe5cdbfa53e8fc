import { randomUUID } from 'node:crypto'
import type { Document } from '../types'
import type { Collection } from './Collection'
import type { LockHolder, StoredRecord } from './StoredRecord'

export interface PendingWrite {
  collection: Collection
  doc: Document | null
  /** `doc` as it is stored; empty for a removal. */
  body: string
}

/** A snapshot and the writes made on top of it. */
export class Transaction implements LockHolder {
  readonly id = randomUUID()
  readonly writes = new Map<StoredRecord, PendingWrite>()
  readonly locks = new Map<StoredRecord, Collection>()
  /** The last commit it sees; fixed by its first operation. */
  snapshot: number | undefined
  readonly ended: Promise<void>
  private markEnded: () => void = () => undefined

  constructor() {
    this.ended = new Promise((resolve) => (this.markEnded = resolve))
  }

  release(): void {
    for (const record of this.locks.keys()) if (record.lock === this) record.lock = undefined
    this.markEnded()
  }

  read(record: StoredRecord): Document | null {
    const own = this.writes.get(record)
    if (own !== undefined) return own.doc
    const snapshot = this.snapshot ?? Infinity
    if (record.seq <= snapshot) return record.doc
    for (let i = record.older.length - 1; i >= 0; i -= 1) {
      const version = record.older[i]
      if (version !== undefined && version.seq <= snapshot) return version.doc
    }
    return null
  }
}
