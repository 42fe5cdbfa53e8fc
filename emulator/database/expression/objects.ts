import { requestFailed } from '../../cloudError'
import type { Document } from '../../types'
import { isPlainObject } from '../isPlainObject'
import { isNil, type ExpressionOperator } from './Compute'
import { fixed, named, nullable, text } from './fixed'

/** Later objects win; null and missing ones count for nothing. */
export function mergeObjects(values: readonly unknown[]): Document {
  const out: Document = {}
  for (const value of values) {
    if (isNil(value)) continue
    if (!isPlainObject(value)) throw requestFailed('$mergeObjects requires object inputs')
    Object.assign(out, value)
  }
  return out
}

function getField({ field, input }: Document): unknown {
  const name = text(field, '$getField')
  return isPlainObject(input) && Object.prototype.hasOwnProperty.call(input, name) ? input[name] : undefined
}

function setField({ field, input, value }: Document): unknown {
  if (isNil(input)) return null
  if (!isPlainObject(input)) throw requestFailed("$setField requires 'input' to evaluate to type Object")
  const out = { ...input, [text(field, '$setField')]: value }
  if (value === undefined) Reflect.deleteProperty(out, text(field, '$setField'))
  return out
}

const getFieldOperator: ExpressionOperator = (argument, compile) =>
  named(
    '$getField',
    ['field'],
    ['input'],
    getField,
  )(
    isPlainObject(argument) && 'field' in argument
      ? { input: '$$CURRENT', ...argument }
      : { field: argument, input: '$$CURRENT' },
    compile,
  )

export const objects: Record<string, ExpressionOperator> = {
  $mergeObjects: fixed('$mergeObjects', 0, Infinity, (...values) =>
    mergeObjects(values.length === 1 && Array.isArray(values[0]) ? (values[0] as unknown[]) : values),
  ),
  $objectToArray: nullable('$objectToArray', 1, 1, (value) => {
    if (!isPlainObject(value)) throw requestFailed('$objectToArray requires a document input')
    return Object.entries(value).map(([k, v]) => ({ k, v }))
  }),
  $getField: getFieldOperator,
  $setField: named('$setField', ['field', 'input', 'value'], [], setField),
  $unsetField: named('$unsetField', ['field', 'input'], [], setField),
}
