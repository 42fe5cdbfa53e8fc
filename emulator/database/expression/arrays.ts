import { requestFailed } from '../../cloudError'
import type { Document } from '../../types'
import { compareValues } from '../compareValues'
import { isPlainObject } from '../isPlainObject'
import { isNil, type ExpressionOperator } from './Compute'
import { array, fixed, named, nullable, number, whole } from './fixed'

// Past it MongoDB runs out of the memory an aggregation may take.
const MOST_ELEMENTS = 1_000_000

function elementAt(list: unknown, position: unknown): unknown {
  const items = array(list, '$arrayElemAt')
  const at = whole(position, '$arrayElemAt')
  return items[at < 0 ? items.length + at : at]
}

function slice(list: unknown, second: unknown, third: unknown): unknown[] {
  const items = array(list, '$slice')
  const first = whole(second, '$slice')
  if (third === undefined) return first < 0 ? items.slice(first) : items.slice(0, first)
  const size = whole(third, '$slice')
  if (size <= 0) throw requestFailed('Third argument to $slice must be positive')
  const from = first < 0 ? Math.max(0, items.length + first) : first
  return items.slice(from, from + size)
}

function range(from: unknown, to: unknown, by: unknown = 1): number[] {
  const [start, end, step] = [from, to, by].map((value) => whole(value, '$range')) as [number, number, number]
  if (step === 0) throw requestFailed('$range requires a non-zero step value')
  const size = Math.max(0, Math.ceil((end - start) / step))
  if (size > MOST_ELEMENTS) throw requestFailed('$range would use too much memory')
  return Array.from({ length: size }, (_, i) => start + i * step)
}

function indexOf(list: unknown, sought: unknown, from: unknown = 0, to?: unknown): number | null {
  if (isNil(list)) return null
  const items = array(list, '$indexOfArray')
  const [start, end] = [from, to ?? items.length].map((value) => whole(value, '$indexOfArray'))
  if ((start ?? 0) < 0 || (end ?? 0) < 0) throw requestFailed('$indexOfArray requires a nonnegative index')
  return items.findIndex(
    (item, i) => i >= (start ?? 0) && i < (end ?? 0) && compareValues(item, sought) === 0,
  )
}

function pairOf(item: unknown): [string, unknown] {
  const pair = Array.isArray(item) ? item : isPlainObject(item) ? [item.k, item.v] : []
  const isPair = pair.length === 2 && (Array.isArray(item) || Object.keys(item as Document).length === 2)
  if (!isPair || typeof pair[0] !== 'string')
    throw requestFailed('$arrayToObject requires elements [key, value] or {k, v} with a string key')
  return [pair[0], pair[1]]
}

function zip({ inputs, useLongestLength, defaults }: Document): unknown {
  const lists = array(inputs, '$zip inputs')
  if (lists.some(isNil)) return null
  const arrays_ = lists.map((list) => array(list, '$zip inputs'))
  if (defaults !== undefined && useLongestLength !== true)
    throw requestFailed('cannot specify defaults unless useLongestLength is true')
  const lengths = arrays_.map(({ length }) => length)
  const size = useLongestLength === true ? Math.max(...lengths) : Math.min(...lengths)
  const fallback = isNil(defaults) ? [] : array(defaults, '$zip defaults')
  return Array.from({ length: size }, (_, at) =>
    arrays_.map((list, i) => (at < list.length ? list[at] : (fallback[i] ?? null))),
  )
}

/** The order `sortBy` names: 1 or -1 for whole values, fields with directions for subdocuments. */
export function comparison(sortBy: unknown, operator: string): (a: unknown, b: unknown) => number {
  if (sortBy === 1 || sortBy === -1) return (a, b) => sortBy * compareValues(a, b)
  if (!isPlainObject(sortBy)) throw requestFailed(`${operator} must be 1, -1 or an object of fields`)
  const fields = Object.entries(sortBy).map(([name, direction]) => {
    if (direction !== 1 && direction !== -1)
      throw requestFailed(`${operator}: sort direction must be 1 or -1`)
    return { path: name.split('.'), direction }
  })
  const valueOf = (item: unknown, path: string[]) =>
    path.reduce<unknown>((value, name) => (isPlainObject(value) ? value[name] : undefined), item) ?? null
  return (a, b) => {
    for (const { path, direction } of fields) {
      const result = compareValues(valueOf(a, path), valueOf(b, path))
      if (result !== 0) return result * direction
    }
    return 0
  }
}

function several(
  name: string,
  take: (items: unknown[], n: number) => unknown[],
): [string, ExpressionOperator] {
  const run = ({ input, n }: Document): unknown => {
    const count = number(n, name)
    if (!Number.isInteger(count) || count < 1) throw requestFailed(`${name}: 'n' must be greater than 0`)
    return take(array(input, name), count)
  }
  return [name, named(name, ['input', 'n'], [], run)]
}

const present = (items: unknown[]): unknown[] => items.filter((item) => !isNil(item))

export const arrays: Record<string, ExpressionOperator> = {
  $arrayElemAt: nullable('$arrayElemAt', 2, 2, elementAt),
  $arrayToObject: nullable('$arrayToObject', 1, 1, (value) =>
    Object.fromEntries(array(value, '$arrayToObject').map(pairOf)),
  ),
  $concatArrays: nullable('$concatArrays', 0, Infinity, (...lists) =>
    lists.flatMap((list) => array(list, '$concatArrays')),
  ),
  $first: nullable('$first', 1, 1, (value) => array(value, '$first')[0]),
  $last: nullable('$last', 1, 1, (value) => array(value, '$last').at(-1)),
  $in: fixed('$in', 2, 2, (sought, list) =>
    array(list, '$in').some((item) => compareValues(item, sought) === 0),
  ),
  $indexOfArray: fixed('$indexOfArray', 2, 4, indexOf),
  $isArray: fixed('$isArray', 1, 1, Array.isArray),
  $range: fixed('$range', 2, 3, range),
  $reverseArray: nullable('$reverseArray', 1, 1, (value) => [...array(value, '$reverseArray')].reverse()),
  $size: fixed('$size', 1, 1, (value) => array(value, '$size').length),
  $slice: nullable('$slice', 2, 3, slice),
  $sortArray: named('$sortArray', ['input', 'sortBy'], [], ({ input, sortBy }) =>
    isNil(input) ? null : [...array(input, '$sortArray')].sort(comparison(sortBy, '$sortArray')),
  ),
  $zip: named('$zip', ['inputs'], ['useLongestLength', 'defaults'], (values) =>
    isNil(values.inputs) ? null : zip(values),
  ),
  ...Object.fromEntries([
    several('$firstN', (items, n) => items.slice(0, n)),
    several('$lastN', (items, n) => items.slice(-n)),
    several('$maxN', (items, n) =>
      present(items)
        .sort((a, b) => compareValues(b, a))
        .slice(0, n),
    ),
    several('$minN', (items, n) => present(items).sort(compareValues).slice(0, n)),
  ]),
}
