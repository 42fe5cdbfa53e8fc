import { requestFailed, unsupported } from '../cloudError'
import type { Document } from '../types'

const INT32_MIN = -2147483648
const INT32_MAX = 2147483647

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

/** One writer for both forms; `compact` keeps plain JSON numbers and is what the disk holds. */
function write(value: unknown, compact: boolean): string {
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
      return value === null ? 'null' : writeObject(value, compact)
    default:
      throw unsupported(`values of type ${typeof value}`)
  }
}

function writeObject(value: object, compact: boolean): string {
  if (value instanceof Date) {
    return compact ? `{"$date":${dateMs(value)}}` : `{"$date":{"$numberLong":"${dateMs(value)}"}}`
  }
  if (Array.isArray(value)) return `[${value.map((item) => write(item, compact)).join(',')}]`
  if (value instanceof RegExp) {
    return `{"$regularExpression":{"pattern":${JSON.stringify(value.source)},"options":"${value.flags}"}}`
  }
  let out = ''
  for (const key of Object.keys(value)) {
    const item = (value as Document)[key]
    if (item === undefined) continue
    out += `${out === '' ? '' : ','}${JSON.stringify(key)}:${write(item, compact)}`
  }
  return `{${out}}`
}

/** Canonical EJSON, the form the SDK reads. */
export const encode = (value: unknown): string => write(value, false)

/** The stored form: EJSON with plain numbers, smaller and much faster to read back. */
export const encodeStored = (value: unknown): string => write(value, true)

function decodeDate(value: unknown): Date {
  if (typeof value === 'object' && value !== null) return new Date(Number((value as Document).$numberLong))
  return new Date(value as string | number)
}

function decodeRegExp(value: unknown): RegExp {
  const { pattern, options } = value as { pattern: string; options?: string }
  return new RegExp(pattern, (options ?? '').replace(/[^gimsuy]/g, ''))
}

function decodeWrapped(key: string, value: unknown, now: number): unknown {
  switch (key) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
      return Number(value)
    case '$date':
      return decodeDate(value)
    case '$oid':
      return String(value)
    case '$regularExpression':
      return decodeRegExp(value)
    case '$tcb_server_date':
      return new Date(now + Number(decodeValue((value as { offset?: unknown }).offset, now) ?? 0))
    case '$numberDecimal':
    case '$binary':
    case '$timestamp':
    case '$minKey':
    case '$maxKey':
    case '$uuid':
    case '$code':
    case '$symbol':
    case '$dbPointer':
      throw unsupported(`values of type ${key}`)
    default:
      return undefined
  }
}

function decodeValue(value: unknown, now: number): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((item) => decodeValue(item, now))
  const keys = Object.keys(value)
  const first = keys[0]
  if (keys.length === 1 && first?.startsWith('$')) {
    const wrapped = decodeWrapped(first, (value as Document)[first], now)
    if (wrapped !== undefined) return wrapped
  }
  const out: Document = {}
  for (const key of keys) {
    if (key === '__proto__') throw requestFailed('a field may not be named __proto__')
    out[key] = decodeValue((value as Document)[key], now)
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
  return decodeValue(parsed, now)
}

export function decodeStored(text: string): Document {
  const parsed = JSON.parse(text) as Document
  return text.includes('{"$') ? (decodeValue(parsed, 0) as Document) : parsed
}
