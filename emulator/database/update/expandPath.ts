import { requestFailed, unsupported } from '../../cloudError'
import type { Document } from '../../types'
import { isPlainObject } from '../isPlainObject'
import { matcher } from '../matcher'
import { withValue } from '../withValue'
import { getAt } from './setPath'

const negations = ['$ne', '$nin', '$not', '$nor']
const isNegation = (condition: unknown) =>
  isPlainObject(condition) && Object.keys(condition).some((name) => negations.includes(name))

function conditionsOf(query: Document): [string, unknown][] {
  return Object.entries(query).flatMap(([field, condition]): [string, unknown][] => {
    if ((field === '$and' || field === '$or') && Array.isArray(condition))
      return (condition as Document[]).flatMap(conditionsOf)
    return field.startsWith('$') || isNegation(condition) ? [] : [[field, condition]]
  })
}

/** Which element of the array made the document match: the first that meets the last condition on the array. */
function matchedPosition(doc: Document, query: Document, array: string): number {
  const items = getAt(doc, array)
  let found = -1
  for (const [field, condition] of conditionsOf(query)) {
    if (!Array.isArray(items) || (field !== array && !field.startsWith(`${array}.`))) continue
    const test = matcher({ [field]: condition })
    const at = items.findIndex((item: unknown) => test(withValue(doc, array.split('.'), [item])))
    if (at !== -1) found = at
  }
  if (found === -1)
    throw requestFailed('The positional operator did not find the match needed from the query.')
  return found
}

function everyPosition(doc: Document, array: string): number[] {
  const items = getAt(doc, array)
  if (items === undefined)
    throw requestFailed(`The path '${array}' must exist in the document in order to apply array updates.`)
  if (!Array.isArray(items)) throw requestFailed(`Cannot apply array updates to non-array element ${array}`)
  return [...items.keys()]
}

/** The paths without `$` and `$[]` that an update path means in this document. */
export function expandPath(doc: Document, path: string, query: Document): string[] {
  const match = /^(.+?)\.(\$(?:\[\])?)(?=\.|$)/.exec(path)
  const [whole, array, sign] = match ?? []
  if (whole === undefined || array === undefined) return [path]
  const positions = sign === '$' ? [matchedPosition(doc, query, array)] : everyPosition(doc, array)
  return positions.flatMap((at) => expandPath(doc, `${array}.${at}${path.slice(whole.length)}`, query))
}

/** Refuses what is wrong with a path whatever the document: empty names, `$` at the beginning, array filters. */
export function assertUpdatePath(path: string): void {
  for (const [i, segment] of path.split('.').entries()) {
    if (segment === '') throw requestFailed(`The update path '${path}' contains an empty field name`)
    if (segment === '__proto__') throw requestFailed('a field may not be named __proto__')
    if (!segment.startsWith('$')) continue
    if (/^\$\[.+\]$/.test(segment)) throw unsupported(`array filters in the update path '${path}'`)
    if (segment !== '$' && segment !== '$[]')
      throw requestFailed(`The dollar ($) prefixed field '${segment}' in '${path}' is not valid for storage.`)
    if (i === 0)
      throw requestFailed(`Cannot have positional (i.e. '$') element in the first position in path '${path}'`)
  }
}
