import { requestFailed } from '../../cloudError'
import type { Document } from '../../types'
import { isPlainObject } from '../isPlainObject'
import { withValue } from '../withValue'
import type { Stage } from './Stage'

function valueAt(row: Document, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (isPlainObject(value) ? value[name] : undefined), row)
}

function options(specification: unknown): { path: string[]; index?: string[]; keepsEmpty: boolean } {
  const given = typeof specification === 'string' ? { path: specification } : specification
  if (!isPlainObject(given)) throw requestFailed('expected either a string or an object for $unwind stage')
  const { path, includeArrayIndex, preserveNullAndEmptyArrays = false, ...unknownOptions } = given
  const [unknownName] = Object.keys(unknownOptions)
  if (unknownName !== undefined) throw requestFailed(`unrecognized option to $unwind stage: ${unknownName}`)
  if (typeof path !== 'string' || path.length < 2 || !path.startsWith('$'))
    throw requestFailed("path option to $unwind stage should be prefixed with a '$'")
  if (typeof preserveNullAndEmptyArrays !== 'boolean')
    throw requestFailed('expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage')
  if (includeArrayIndex === undefined)
    return { path: path.slice(1).split('.'), keepsEmpty: preserveNullAndEmptyArrays }
  if (typeof includeArrayIndex !== 'string' || includeArrayIndex === '' || includeArrayIndex.startsWith('$'))
    throw requestFailed("includeArrayIndex option to $unwind stage should be a name not prefixed with a '$'")
  return {
    path: path.slice(1).split('.'),
    index: includeArrayIndex.split('.'),
    keepsEmpty: preserveNullAndEmptyArrays,
  }
}

export const unwind: Stage = (specification) => {
  const { path, index, keepsEmpty } = options(specification)
  const numbered = (row: Document, at: number | null) =>
    index === undefined ? row : withValue(row, index, at)
  return (rows) =>
    rows.flatMap((row) => {
      const value = valueAt(row, path)
      if (!Array.isArray(value)) return isEmpty(value) && !keepsEmpty ? [] : [numbered(row, null)]
      if (value.length === 0) return keepsEmpty ? [numbered(withValue(row, path, undefined), null)] : []
      return value.map((item: unknown, at) => numbered(withValue(row, path, item), at))
    })
}

const isEmpty = (value: unknown) => value === undefined || value === null
