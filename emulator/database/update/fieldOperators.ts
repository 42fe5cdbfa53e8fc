import { requestFailed } from '../../cloudError'
import type { Document } from '../../types'
import { compareValues } from '../compareValues'
import { getAt, setAt, unsetAt } from './setPath'

export interface UpdateContext {
  /** Emulated milliseconds. */
  now: number
  isInsert: boolean
  /** What found the document: `$` in a path is the element that met it. */
  query: Document
}

export type UpdateOperator = (doc: Document, path: string, argument: unknown, context: UpdateContext) => void

function arithmetic(
  name: string,
  missing: (by: number) => number,
  combine: (a: number, b: number) => number,
) {
  return (doc: Document, path: string, argument: unknown): void => {
    if (typeof argument !== 'number')
      throw requestFailed(`Cannot ${name} with non-numeric argument: {${path}: ${JSON.stringify(argument)}}`)
    const current = getAt(doc, path)
    if (current !== undefined && typeof current !== 'number') {
      throw requestFailed(
        `Cannot apply ${name} to a value of non-numeric type. Field '${path}' has a non-numeric type`,
      )
    }
    setAt(doc, path, current === undefined ? missing(argument) : combine(current, argument))
  }
}

function bound(keeps: (comparison: number) => boolean): UpdateOperator {
  return (doc, path, argument) => {
    const current = getAt(doc, path)
    if (current === undefined || !keeps(compareValues(current, argument))) setAt(doc, path, argument)
  }
}

const currentDate: UpdateOperator = (doc, path, argument, { now }) => {
  const isDate = argument === true || (argument as { $type?: unknown } | null)?.$type === 'date'
  if (!isDate) throw requestFailed(`$currentDate of '${path}' takes true or {$type: 'date'}`)
  setAt(doc, path, new Date(now))
}

function refuseElement(doc: Document, path: string): void {
  const parents = path.split('.').slice(0, -1)
  const inArray = parents.some((_, i) => Array.isArray(getAt(doc, parents.slice(0, i + 1).join('.'))))
  if (inArray)
    throw requestFailed(`The field of $rename cannot be an array element, '${path}' has an array in it`)
}

const rename: UpdateOperator = (doc, path, argument) => {
  if (typeof argument !== 'string') return
  for (const each of [path, argument]) refuseElement(doc, each)
  const value = getAt(doc, path)
  if (value === undefined) return
  unsetAt(doc, path)
  setAt(doc, argument, value)
}

const bitwise: Record<string, (a: bigint, b: bigint) => bigint> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
}

const bit: UpdateOperator = (doc, path, argument) => {
  const operations = Object.entries((argument ?? {}) as Document)
  if (typeof argument !== 'object' || operations.length === 0)
    throw requestFailed('$bit takes an object such as {and: 1}')
  const current = getAt(doc, path) ?? 0
  if (!Number.isSafeInteger(current))
    throw requestFailed(`Cannot apply $bit to a value of non-integral type. Field '${path}'`)
  let bits = BigInt(current as number)
  for (const [name, by] of operations) {
    const operation = bitwise[name]
    if (operation === undefined) throw requestFailed(`$bit only knows and, or and xor, not ${name}`)
    if (!Number.isSafeInteger(by)) throw requestFailed('The $bit modifier field must be an Integer')
    bits = operation(bits, BigInt(by as number))
  }
  setAt(doc, path, Number(bits))
}

export const fieldOperators: Record<string, UpdateOperator> = {
  $set: setAt,
  $setOnInsert: (doc, path, argument, { isInsert }) => {
    if (isInsert) setAt(doc, path, argument)
  },
  $unset: unsetAt,
  $inc: arithmetic(
    '$inc',
    (by) => by,
    (a, b) => a + b,
  ),
  $mul: arithmetic(
    '$mul',
    () => 0,
    (a, b) => a * b,
  ),
  $min: bound((comparison) => comparison <= 0),
  $max: bound((comparison) => comparison >= 0),
  $currentDate: currentDate,
  $rename: rename,
  $bit: bit,
}
