import { requestFailed, unsupported } from '../cloudError'
import type { Document } from '../types'
import { decodeWrapped } from './decodeWrapped'

const INT32_MIN = -2147483648
const INT32_MAX = 2147483647
/** Levels of subdocuments and arrays MongoDB documents as the most. */
const MAX_DEPTH = 100

function canonicalNumber(value: number): string {
  if (!Number.isInteger(value) || Object.is(value, -0)) {
    return `{"$numberDouble":"${Object.is(value, -0) ? '-0.0' : String(value)}"}`
  }
  if (value >= INT32_MIN && value <= INT32_MAX) return `{"$numberInt":"${value}"}`
  return Number.isSafeInteger(value) ? `{"$numberLong":"${value}"}` : `{"$numberDouble":"${value}"}`
}

function compactNumber(value: number): string {
  return Number.isFinite(value) && !Object.is(value, -0) ? String(value) : canonicalNumber(value)
}

function dateMs(value: Date): number {
  const ms = value.getTime()
  if (Number.isNaN(ms)) throw requestFailed('a date without a valid time cannot be stored')
  return ms
}

function refuseDepth(depth: number): void {
  if (depth > MAX_DEPTH) throw requestFailed(`nested deeper than ${MAX_DEPTH} levels`)
}

/** One writer for both forms; `compact` keeps plain JSON numbers and is what the disk holds. */
function write(value: unknown, compact: boolean, depth: number): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value)
    case 'number':
      return compact ? compactNumber(value) : canonicalNumber(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'undefined':
      return 'null'
    case 'object':
      return value === null ? 'null' : writeObject(value, compact, depth)
    default:
      throw unsupported(`values of type ${typeof value}`)
  }
}

function writeObject(value: object, compact: boolean, depth: number): string {
  if (value instanceof Date) {
    return compact ? `{"$date":${dateMs(value)}}` : `{"$date":{"$numberLong":"${dateMs(value)}"}}`
  }
  if (value instanceof RegExp) {
    return `{"$regularExpression":{"pattern":${JSON.stringify(value.source)},"options":"${value.flags}"}}`
  }
  refuseDepth(depth)
  if (Array.isArray(value)) return `[${value.map((item) => write(item, compact, depth + 1)).join(',')}]`
  let out = ''
  for (const key of Object.keys(value)) {
    const item = (value as Document)[key]
    if (item === undefined) continue
    out += `${out === '' ? '' : ','}${JSON.stringify(key)}:${write(item, compact, depth + 1)}`
  }
  return `{${out}}`
}

/** Canonical EJSON, the form the SDK reads. */
export const encode = (value: unknown): string => write(value, false, 1)

/** The stored form: EJSON with plain numbers, smaller and much faster to read back. */
export const encodeStored = (value: unknown): string => write(value, true, 1)

function decodeValue(value: unknown, now: number, depth: number): unknown {
  if (value === null || typeof value !== 'object') return value
  const keys = Array.isArray(value) ? [] : Object.keys(value)
  const first = keys[0]
  if (keys.length === 1 && first?.startsWith('$')) {
    const wrapped = decodeWrapped(first, value as Document, now)
    if (wrapped !== undefined) return wrapped
  }
  refuseDepth(depth)
  if (Array.isArray(value)) return value.map((item) => decodeValue(item, now, depth + 1))
  const out: Document = {}
  for (const key of keys) {
    if (key === '__proto__') throw requestFailed('a field may not be named __proto__')
    out[key] = decodeValue((value as Document)[key], now, depth + 1)
  }
  return out
}

/** `now` is what a server date in the text becomes, in milliseconds. */
export function decode(text: string, now: number): unknown {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw requestFailed('the text is not EJSON')
  }
  return decodeValue(parsed, now, 1)
}

export function decodeStored(text: string): Document {
  const parsed = JSON.parse(text) as Document
  return text.includes('{"$') ? (decodeValue(parsed, 0, 1) as Document) : parsed
}
