import type { Document } from '../types'

const INT32 = 2 ** 31

/** Bytes a value takes in BSON, without its type and name. */
function valueSize(value: unknown): number {
  if (typeof value === 'string') return 5 + Buffer.byteLength(value)
  if (typeof value === 'number')
    return Number.isInteger(value) && value >= -INT32 && value < INT32 && !Object.is(value, -0) ? 4 : 8
  if (typeof value === 'boolean') return 1
  if (value === null || value === undefined) return 0
  if (value instanceof Date) return 8
  if (value instanceof RegExp) return Buffer.byteLength(value.source) + value.flags.length + 2
  return bsonSize(value as Document)
}

/** Bytes a document (or an array, whose names are its positions) takes in BSON: what MongoDB's limit counts. */
export function bsonSize(doc: Document | unknown[]): number {
  let size = 5
  for (const [name, value] of Object.entries(doc)) {
    if (value !== undefined) size += 2 + Buffer.byteLength(name) + valueSize(value)
  }
  return size
}
