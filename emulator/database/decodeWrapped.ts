import { requestFailed, unsupported } from '../cloudError'
import { isPlainObject } from './isPlainObject'

/** EJSON's wrappers of values this database does not keep. */
const unknownTypes = new Set([
  '$numberDecimal',
  '$binary',
  '$timestamp',
  '$minKey',
  '$maxKey',
  '$uuid',
  '$code',
  '$symbol',
  '$dbPointer',
])

function malformed(key: string): never {
  throw requestFailed(`the text is not EJSON: ${key} has a wrong value`)
}

function wholeNumber(key: string, text: unknown): number {
  if (typeof text !== 'string' || !/^-?\d{1,20}$/.test(text)) return malformed(key)
  const value = Number(text)
  if (!Number.isSafeInteger(value) && BigInt(value) !== BigInt(text))
    throw unsupported(`the whole number ${text}: a JavaScript number does not hold it`)
  // "-0" is no whole number of its own.
  return value === 0 ? 0 : value
}

function double(text: unknown): number {
  const isNumber = typeof text === 'string' && /^([-+]?(Infinity|[\d.]+(e[-+]?\d+)?)|NaN)$/i.test(text)
  const value = isNumber ? Number(text) : Number.NaN
  return Number.isNaN(value) && text !== 'NaN' ? malformed('$numberDouble') : value
}

function date(value: unknown): Date {
  const ms = isPlainObject(value) ? wholeNumber('$date', value.$numberLong) : value
  if (typeof ms !== 'string' && typeof ms !== 'number') return malformed('$date')
  const at = new Date(ms)
  return Number.isNaN(at.getTime()) ? malformed('$date') : at
}

function regularExpression(value: unknown): RegExp {
  if (!isPlainObject(value)) return malformed('$regularExpression')
  const { pattern, options = '' } = value
  if (typeof pattern !== 'string' || typeof options !== 'string') return malformed('$regularExpression')
  // g and y are JavaScript's alone and say nothing about whether a text matches.
  const flags = options.replace(/[gy]/g, '')
  if (/[^imsu]/.test(flags)) throw unsupported(`the option '${flags}' of a regular expression`)
  try {
    return new RegExp(pattern, flags)
  } catch (error) {
    throw requestFailed(`Regular expression is invalid: ${(error as Error).message}`)
  }
}

function serverDate(value: unknown, now: number): Date {
  if (!isPlainObject(value)) return malformed('$tcb_server_date')
  const { offset = 0 } = value
  const ms = isPlainObject(offset) ? decodeWrapped(Object.keys(offset)[0] ?? '', offset, now) : offset
  return typeof ms === 'number' ? date(now + ms) : malformed('$tcb_server_date')
}

/** The value of an object whose only key is `key`; undefined when it is no wrapper but an operator or a plain field. */
export function decodeWrapped(key: string, wrapper: Record<string, unknown>, now: number): unknown {
  const value = wrapper[key]
  switch (key) {
    case '$numberInt':
    case '$numberLong':
      return wholeNumber(key, value)
    case '$numberDouble':
      return double(value)
    case '$date':
      return date(value)
    case '$oid':
      return typeof value === 'string' ? value : malformed(key)
    case '$regularExpression':
      return regularExpression(value)
    case '$tcb_server_date':
      return serverDate(value, now)
    default:
      if (unknownTypes.has(key)) throw unsupported(`values of type ${key}`)
      return undefined
  }
}
