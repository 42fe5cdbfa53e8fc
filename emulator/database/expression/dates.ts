import { requestFailed } from '../../cloudError'
import type { Document } from '../../types'
import { isPlainObject } from '../isPlainObject'
import { dayOfYear, isoDayOfWeek, isoWeek, isoWeekYear, weekOfYear } from './calendar'
import { isNil, type ExpressionOperator } from './Compute'
import { named, text } from './fixed'
import { parseDate } from './parseDate'
import { toLocal, zoneOffset } from './zone'

export function instantOf(value: unknown): number {
  if (!(value instanceof Date)) throw requestFailed(`can't convert from ${typeof value} to Date`)
  return value.getTime()
}

export const zoneOf = (value: unknown): string => (value === undefined ? 'UTC' : text(value, 'timezone'))

/** `{$year: date}`, `{$year: [date]}` or `{$year: {date, timezone}}`. */
function part(name: string, read: (local: Date) => number): [string, ExpressionOperator] {
  const run = ({ date, timezone }: Document, given: (option: string) => boolean): unknown => {
    if (isNil(date) || (given('timezone') && isNil(timezone))) return null
    return read(toLocal(instantOf(date), zoneOf(timezone)))
  }
  const operator = named(name, ['date'], ['timezone'], run)
  return [
    name,
    (argument, compile) => {
      const isNamed = isPlainObject(argument) && Object.keys(argument)[0]?.startsWith('$') !== true
      if (Array.isArray(argument) && argument.length !== 1)
        throw requestFailed(`${name} accepts exactly one argument if given an array`)
      const date: unknown = Array.isArray(argument) ? argument[0] : argument
      return operator(isNamed ? argument : { date }, compile)
    },
  ]
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

function offsetText(ms: number): string {
  const minutes = Math.abs(ms) / 60_000
  return `${ms < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}${pad(minutes % 60, 2)}`
}

const specifiers: Record<string, (local: Date, offset: number) => string> = {
  Y: (local) => pad(local.getUTCFullYear(), 4),
  m: (local) => pad(local.getUTCMonth() + 1, 2),
  d: (local) => pad(local.getUTCDate(), 2),
  H: (local) => pad(local.getUTCHours(), 2),
  M: (local) => pad(local.getUTCMinutes(), 2),
  S: (local) => pad(local.getUTCSeconds(), 2),
  L: (local) => pad(local.getUTCMilliseconds(), 3),
  j: (local) => pad(dayOfYear(local), 3),
  w: (local) => String(local.getUTCDay() + 1),
  u: (local) => String(isoDayOfWeek(local)),
  U: (local) => pad(weekOfYear(local), 2),
  V: (local) => pad(isoWeek(local), 2),
  G: (local) => pad(isoWeekYear(local), 4),
  z: (_, offset) => offsetText(offset),
  Z: (_, offset) => String(offset / 60_000),
  '%': () => '%',
}

function dateToString(
  { date, format, timezone, onNull }: Document,
  given: (name: string) => boolean,
): unknown {
  if (isNil(date)) return given('onNull') ? onNull : null
  if (given('timezone') && isNil(timezone)) return null
  if (given('format') && isNil(format)) return null
  const zone = zoneOf(timezone)
  const instant = instantOf(date)
  const offset = zoneOffset(zone, instant)
  const isUtc = ['UTC', 'GMT', 'Z'].includes(zone)
  const pattern = given('format') ? text(format, '$dateToString') : `%Y-%m-%dT%H:%M:%S.%L${isUtc ? 'Z' : ''}`
  return pattern.replace(/%(.?)/gs, (_, letter: string) => {
    const write = specifiers[letter]
    if (write === undefined) throw requestFailed(`Invalid format character '%${letter}' in format string`)
    return write(new Date(instant + offset), offset)
  })
}

function dateFromString(values: Document, given: (name: string) => boolean): unknown {
  if (isNil(values.dateString)) return given('onNull') ? values.onNull : null
  if (given('timezone') && isNil(values.timezone)) return null
  const source = text(values.dateString, '$dateFromString')
  const format = isNil(values.format) ? undefined : text(values.format, '$dateFromString')
  const parsed = parseDate(source, format, given('timezone') ? zoneOf(values.timezone) : undefined)
  if (parsed !== undefined) return new Date(parsed)
  if (given('onError')) return values.onError
  throw requestFailed(`Error parsing date string '${source}'`)
}

export const dates: Record<string, ExpressionOperator> = {
  ...Object.fromEntries([
    part('$year', (local) => local.getUTCFullYear()),
    part('$month', (local) => local.getUTCMonth() + 1),
    part('$dayOfMonth', (local) => local.getUTCDate()),
    part('$dayOfWeek', (local) => local.getUTCDay() + 1),
    part('$dayOfYear', dayOfYear),
    part('$hour', (local) => local.getUTCHours()),
    part('$minute', (local) => local.getUTCMinutes()),
    part('$second', (local) => local.getUTCSeconds()),
    part('$millisecond', (local) => local.getUTCMilliseconds()),
    part('$week', weekOfYear),
    part('$isoWeek', isoWeek),
    part('$isoWeekYear', isoWeekYear),
    part('$isoDayOfWeek', isoDayOfWeek),
  ]),
  $dateToString: named('$dateToString', ['date'], ['format', 'timezone', 'onNull'], dateToString),
  $dateFromString: named(
    '$dateFromString',
    ['dateString'],
    ['format', 'timezone', 'onError', 'onNull'],
    dateFromString,
  ),
}
