import { requestFailed, unsupported } from '../../cloudError'
import type { Document } from '../../types'
import { typeName } from '../query/typeNames'
import { isNil, type ExpressionOperator } from './Compute'
import { fixed, named, nullable } from './fixed'
import { parseDate } from './parseDate'

const INT_MAX = 2147483647

function refused(value: unknown, to: string): Error {
  return requestFailed(
    `Unsupported conversion from ${typeName(value)} to ${to} in $convert with no onError value`,
  )
}

function integer(value: unknown, to: 'int' | 'long'): number {
  if (typeof value === 'boolean') return Number(value)
  if (to === 'long' && value instanceof Date) return value.getTime()
  if (typeof value === 'string' && !/^[+-]?\d+$/.test(value))
    throw requestFailed(`Failed to parse number '${value}' in $convert with no onError value`)
  if (typeof value !== 'number' && typeof value !== 'string') throw refused(value, to)
  const whole = Math.trunc(Number(value))
  const most = to === 'int' ? INT_MAX : Number.MAX_SAFE_INTEGER
  if (!(whole <= most && whole >= -most - 1))
    throw requestFailed(
      `Conversion would overflow target type in $convert with no onError value: ${String(value)}`,
    )
  return whole
}

function double(value: unknown): number {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return Number(value)
  if (value instanceof Date) return value.getTime()
  if (typeof value !== 'string') throw refused(value, 'double')
  if (value.trim() !== value || value === '' || Number.isNaN(Number(value)) || /^[+-]?0[xob]/i.test(value))
    throw requestFailed(`Failed to parse number '${value}' in $convert with no onError value`)
  return Number(value)
}

function toDate(value: unknown): Date {
  if (value instanceof Date) return value
  if (typeof value === 'string') {
    const parsed = parseDate(value)
    if (parsed === undefined) throw requestFailed(`Error parsing date string '${value}'`)
    return new Date(parsed)
  }
  // An int cannot be a date, only a long or a double can.
  if (typeof value !== 'number' || typeName(value) === 'int') throw refused(value, 'date')
  return new Date(Math.trunc(value))
}

function toText(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value)
  throw refused(value, 'string')
}

const conversions: Record<string, (value: unknown) => unknown> = {
  string: toText,
  bool: (value) => value !== false && value !== 0,
  date: toDate,
  double,
  int: (value) => integer(value, 'int'),
  long: (value) => integer(value, 'long'),
}
const byNumber: Record<number, string> = {
  1: 'double',
  2: 'string',
  8: 'bool',
  9: 'date',
  16: 'int',
  18: 'long',
}

function convert({ input, to, onError, onNull }: Document, given: (name: string) => boolean): unknown {
  if (isNil(input)) return given('onNull') ? onNull : null
  if (isNil(to)) return null
  const target = typeof to === 'number' ? byNumber[to] : to
  const run = typeof target === 'string' ? conversions[target] : undefined
  if (run === undefined) throw unsupported(`$convert to ${JSON.stringify(to)}`)
  try {
    return run(input)
  } catch (error) {
    if (given('onError')) return onError
    throw error
  }
}

const isNumeric = (value: unknown) => typeof value === 'number'

export const conversion: Record<string, ExpressionOperator> = {
  $type: fixed('$type', 1, 1, typeName),
  $isNumber: fixed('$isNumber', 1, 1, isNumeric),
  $toString: nullable('$toString', 1, 1, toText),
  $toBool: nullable('$toBool', 1, 1, (value) => value !== false && value !== 0),
  $toDate: nullable('$toDate', 1, 1, toDate),
  $toDouble: nullable('$toDouble', 1, 1, double),
  $toInt: nullable('$toInt', 1, 1, (value) => integer(value, 'int')),
  $toLong: nullable('$toLong', 1, 1, (value) => integer(value, 'long')),
  $convert: named('$convert', ['input', 'to'], ['onError', 'onNull'], convert),
}
