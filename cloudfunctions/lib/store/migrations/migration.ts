import type { CollectionName } from '../collections/collections'

/** Rows of one collection that were stored before a field was, and what the field is in each of them. */
export interface Part {
  collection: CollectionName
  /** Only rows whose fields have one of these values; absent: all. */
  of?: Record<string, readonly string[]>
  /** The field that is added: a row that has it has been brought over, or was written in the new shape. */
  lacks: string
  /** What the value is made from, besides `_id`. */
  from?: readonly string[]
  /** undefined: this row has no such value and stays as it is. */
  value: (row: Record<string, unknown> & { _id: string }) => unknown
}

/**
 * A change of what is stored. It adds, and takes nothing away: functions of the release before go on reading and writing while it runs, and may
 * come back after it. What nobody reads any more is removed one release later.
 */
export interface Migration {
  /** From 1, without a gap; never changed once it was released. */
  number: number
  /** What is brought over, for whoever reads the list. */
  what: string
  parts: readonly Part[]
}
