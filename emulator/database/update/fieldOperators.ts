import { requestFailed } from '../../cloudError'
import type { Document } from '../../types'
import { compareValues } from '../compareValues'
import { getAt, setAt, unsetAt } from './setPath'

export interface UpdateContext {
  /** Emulated milliseconds. */
  now: number
  isInsert: boolean
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

const rename: UpdateOperator = (doc, path, argument) => {
  if (typeof argument !== 'string')
    throw requestFailed(`The 'to' field for $rename must be a string: ${path}`)
  const value = getAt(doc, path)
  if (value === undefined) return
  unsetAt(doc, path)
  setAt(doc, argument, value)
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
}
