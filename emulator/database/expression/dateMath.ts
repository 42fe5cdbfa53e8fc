import { requestFailed } from '../../cloudError'
import type { Document } from '../../types'
import { addMonths, DAY, isoDayOfWeek, isoWeek, isoWeekYear, isoYearStart } from './calendar'
import { isNil, type ExpressionOperator } from './Compute'
import { instantOf, zoneOf } from './dates'
import { named, number, text, whole } from './fixed'
import { fromLocal, toLocal } from './zone'

const lengths: Record<string, number> = {
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: DAY,
  week: 7 * DAY,
}
const monthsIn: Record<string, number> = { month: 1, quarter: 3, year: 12 }
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
// Bins are counted from here, in local time; it was a Saturday.
const REFERENCE = Date.UTC(2000, 0, 1)

function unitOf(value: unknown): string {
  const unit = text(value, 'unit')
  if (lengths[unit] === undefined && monthsIn[unit] === undefined)
    throw requestFailed(`unknown time unit value: ${unit}`)
  return unit
}

function firstDayOf(value: unknown): number {
  const name = value === undefined ? 'sunday' : text(value, 'startOfWeek').toLowerCase()
  const day = weekdays.findIndex((each) => each === name || each.slice(0, 3) === name)
  if (day === -1) throw requestFailed(`unknown day of week value: ${name}`)
  return day
}

const isTimeOfDay = (unit: string) => ['millisecond', 'second', 'minute', 'hour'].includes(unit)
const monthNumber = (local: Date) => local.getUTCFullYear() * 12 + local.getUTCMonth()
// The start of week 0: the first such weekday from the reference on.
const weekReference = (firstDay: number) => REFERENCE + ((firstDay - 6 + 7) % 7) * DAY

/** How many whole units lie between the reference and a local time; negative before it. */
function binOf(local: Date, unit: string, firstDay: number): number {
  const months = monthsIn[unit]
  if (months !== undefined) return Math.floor((monthNumber(local) - 2000 * 12) / months)
  const from = unit === 'week' ? weekReference(firstDay) : REFERENCE
  return Math.floor((local.getTime() - from) / (lengths[unit] ?? 1))
}

function dateTrunc(values: Document, given: (name: string) => boolean): unknown {
  const { date, unit, binSize, timezone, startOfWeek } = values
  const optional = ['binSize', 'timezone', 'startOfWeek'].filter(given)
  if (isNil(date) || isNil(unit) || optional.some((name) => isNil(values[name]))) return null
  const size = binSize === undefined ? 1 : whole(binSize, '$dateTrunc')
  if (size <= 0) throw requestFailed("$dateTrunc requires 'binSize' to be greater than 0")
  const name = unitOf(unit)
  const zone = zoneOf(timezone)
  const firstDay = firstDayOf(startOfWeek)
  const instant = instantOf(date)
  if (isTimeOfDay(name)) {
    const length = (lengths[name] ?? 1) * size
    const reference = fromLocal(REFERENCE, zone)
    return new Date(reference + Math.floor((instant - reference) / length) * length)
  }
  const bin = Math.floor(binOf(toLocal(instant, zone), name, firstDay) / size) * size
  const months = monthsIn[name]
  if (months !== undefined) return new Date(fromLocal(Date.UTC(2000, bin * months, 1), zone))
  const start = name === 'week' ? weekReference(firstDay) : REFERENCE
  return new Date(fromLocal(start + bin * (lengths[name] ?? DAY), zone))
}

function dateAdd(direction: 1 | -1) {
  return ({ startDate, unit, amount, timezone }: Document): unknown => {
    if (isNil(startDate) || isNil(unit) || isNil(amount)) return null
    const by = direction * whole(amount, '$dateAdd')
    const name = unitOf(unit)
    const instant = instantOf(startDate)
    if (isTimeOfDay(name)) return new Date(instant + by * (lengths[name] ?? 1))
    const zone = zoneOf(timezone)
    const local = toLocal(instant, zone)
    const months = monthsIn[name]
    const moved =
      months === undefined
        ? local.getTime() + by * (lengths[name] ?? DAY)
        : addMonths(local, by * months).getTime()
    return new Date(fromLocal(moved, zone))
  }
}

/** How many boundaries of the unit lie between the two dates. */
function dateDiff({ startDate, endDate, unit, timezone, startOfWeek }: Document): unknown {
  if (isNil(startDate) || isNil(endDate) || isNil(unit)) return null
  const name = unitOf(unit)
  const zone = zoneOf(timezone)
  const firstDay = firstDayOf(startOfWeek)
  const [start, end] = [startDate, endDate].map((each) =>
    binOf(toLocal(instantOf(each), zone), name, firstDay),
  )
  return (end ?? 0) - (start ?? 0)
}

function dateFromParts(values: Document, given: (name: string) => boolean): unknown {
  if (Object.values(values).some(isNil)) return null
  const at = (name: string, fallback: number) =>
    given(name) ? whole(values[name], '$dateFromParts') : fallback
  if (given('year') === given('isoWeekYear'))
    throw requestFailed("$dateFromParts requires either 'year' or 'isoWeekYear' to be present")
  const time =
    at('hour', 0) * 3_600_000 + at('minute', 0) * 60_000 + at('second', 0) * 1000 + at('millisecond', 0)
  const days = given('year')
    ? Date.UTC(at('year', 0), at('month', 1) - 1, at('day', 1))
    : isoYearStart(at('isoWeekYear', 0)) + ((at('isoWeek', 1) - 1) * 7 + at('isoDayOfWeek', 1) - 1) * DAY
  return new Date(fromLocal(number(days + time, '$dateFromParts'), zoneOf(values.timezone)))
}

function dateToParts({ date, timezone, iso8601 }: Document, given: (name: string) => boolean): unknown {
  if (isNil(date) || (given('timezone') && isNil(timezone))) return null
  const local = toLocal(instantOf(date), zoneOf(timezone))
  const time = {
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    millisecond: local.getUTCMilliseconds(),
  }
  if (iso8601 === true)
    return {
      isoWeekYear: isoWeekYear(local),
      isoWeek: isoWeek(local),
      isoDayOfWeek: isoDayOfWeek(local),
      ...time,
    }
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate(), ...time }
}

const partNames = [
  'year',
  'isoWeekYear',
  'month',
  'isoWeek',
  'day',
  'isoDayOfWeek',
  'hour',
  'minute',
  'second',
  'millisecond',
  'timezone',
]

export const dateMath: Record<string, ExpressionOperator> = {
  $dateTrunc: named('$dateTrunc', ['date', 'unit'], ['binSize', 'timezone', 'startOfWeek'], dateTrunc),
  $dateAdd: named('$dateAdd', ['startDate', 'unit', 'amount'], ['timezone'], dateAdd(1)),
  $dateSubtract: named('$dateSubtract', ['startDate', 'unit', 'amount'], ['timezone'], dateAdd(-1)),
  $dateDiff: named('$dateDiff', ['startDate', 'endDate', 'unit'], ['timezone', 'startOfWeek'], dateDiff),
  $dateFromParts: named('$dateFromParts', [], partNames, dateFromParts),
  $dateToParts: named('$dateToParts', ['date'], ['timezone', 'iso8601'], dateToParts),
}
