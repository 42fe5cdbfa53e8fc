import { requestFailed } from '../../cloudError'
import { compareValues, typeRank } from '../compareValues'
import { valueKey } from '../fieldPath'
import type { Test } from './someElement'
import { typeTest } from './typeNames'

const isNil = (value: unknown): boolean => value === undefined || value === null

/** Equality of MongoDB: null is also what is missing, subdocuments are equal only in the same order of keys. */
export function equals(wanted: unknown): Test {
  if (isNil(wanted)) return isNil
  if (typeof wanted === 'string' || typeof wanted === 'boolean') return (value) => value === wanted
  if (typeof wanted === 'number' && !Number.isNaN(wanted)) return (value) => value === wanted
  const rank = typeRank(wanted)
  return (value) => typeRank(value) === rank && compareValues(value, wanted) === 0
}

/** Only values of the same type compare; null compares with null and with what is missing. */
function compares(wanted: unknown, accepts: (comparison: number) => boolean): Test {
  if (wanted instanceof RegExp) throw requestFailed('Can’t have RegEx as arg to predicate over a field')
  if (isNil(wanted)) return (value) => isNil(value) && accepts(0)
  const rank = typeRank(wanted)
  const isNotANumber = Number.isNaN(wanted)
  return (value) => {
    if (typeRank(value) !== rank) return false
    if (isNotANumber || Number.isNaN(value)) return isNotANumber && Number.isNaN(value) && accepts(0)
    return accepts(compareValues(value, wanted))
  }
}

export function matchesPattern(pattern: RegExp): Test {
  const stateless = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ''))
  const text = String(stateless)
  return (value) =>
    typeof value === 'string'
      ? stateless.test(value)
      : value instanceof RegExp && `/${value.source}/${value.flags}` === text
}

function isOneOf(list: unknown): Test {
  if (!Array.isArray(list)) throw requestFailed('$in needs an array')
  const items: unknown[] = list
  if (items.some((item) => hasOperatorKey(item))) throw requestFailed('cannot nest $ under $in')
  const keys = new Set(items.filter((item) => !(item instanceof RegExp)).map(valueKey))
  const patterns = items.filter((item) => item instanceof RegExp).map(matchesPattern)
  return (value) => keys.has(valueKey(value)) || patterns.some((pattern) => pattern(value))
}

function hasOperatorKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.keys(value)[0]?.startsWith('$') === true
}

function leavesRemainder(argument: unknown): Test {
  if (!Array.isArray(argument)) throw requestFailed('malformed mod, needs to be an array')
  if (argument.length !== 2)
    throw requestFailed(`malformed mod, ${argument.length < 2 ? 'not enough' : 'too many'} elements`)
  const [divisor, remainder] = argument.map((each: unknown) => {
    if (typeof each !== 'number') throw requestFailed('malformed mod, divisor and remainder must be numbers')
    return Math.trunc(each)
  }) as [number, number]
  if (divisor === 0) throw requestFailed('divisor cannot be 0')
  return (value) =>
    typeof value === 'number' && Number.isFinite(value) && Math.trunc(value) % divisor === remainder
}

function mask(argument: unknown): bigint {
  if (Array.isArray(argument)) {
    return argument.reduce<bigint>((bits, position: unknown) => {
      if (!Number.isInteger(position) || (position as number) < 0)
        throw requestFailed('bit positions must be integers >= 0')
      return bits | (1n << BigInt(position as number))
    }, 0n)
  }
  if (!Number.isSafeInteger(argument) || (argument as number) < 0)
    throw requestFailed('a bit mask must be a non-negative integer or a list of positions')
  return BigInt(argument as number)
}

function bits(argument: unknown, accepts: (masked: bigint, wanted: bigint) => boolean): Test {
  const wanted = mask(argument)
  return (value) => Number.isSafeInteger(value) && accepts(BigInt(value as number) & wanted, wanted)
}

/** Operators that look at one value at a time, arrays element by element. */
export const valueConditions: Record<string, (argument: unknown) => Test> = {
  $eq: equals,
  $gt: (wanted) => compares(wanted, (comparison) => comparison > 0),
  $gte: (wanted) => compares(wanted, (comparison) => comparison >= 0),
  $lt: (wanted) => compares(wanted, (comparison) => comparison < 0),
  $lte: (wanted) => compares(wanted, (comparison) => comparison <= 0),
  $in: isOneOf,
  $mod: leavesRemainder,
  $type: typeTest,
  $bitsAllSet: (argument) => bits(argument, (masked, wanted) => masked === wanted),
  $bitsAnySet: (argument) => bits(argument, (masked) => masked !== 0n),
  $bitsAllClear: (argument) => bits(argument, (masked) => masked === 0n),
  $bitsAnyClear: (argument) => bits(argument, (masked, wanted) => masked !== wanted),
}
