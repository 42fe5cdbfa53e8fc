import type { Document } from '../types'

/** Whoever has written a document and not yet said whether it stays. */
export interface LockHolder {
  readonly ended: Promise<void>
}

/** One document with what running transactions still need of its past. Documents are replaced, never changed. */
export interface StoredRecord {
  /** Place in natural order, and the row on disk. */
  readonly ordinal: number
  readonly key: string
  /** The committed document; null before its insert is committed and after its removal. */
  doc: Document | null
  /** The commit that wrote `doc`. */
  seq: number
  /** Versions before `doc`, oldest first, kept while a transaction runs. */
  older: { seq: number; doc: Document | null }[]
  /** The transaction that has written it and not yet ended. */
  lock: LockHolder | undefined
}
