import { requestFailed } from '../../cloudError'
import type { Document } from '../../types'
import { compareValues } from '../compareValues'
import { valueKey } from '../fieldPath'
import { isPlainObject } from '../isPlainObject'
import { matcher } from '../matcher'
import type { UpdateOperator } from './fieldOperators'
import { getAt, setAt } from './setPath'

function arrayAt(doc: Document, path: string, operator: string): unknown[] | undefined {
  const current = getAt(doc, path)
  if (current !== undefined && !Array.isArray(current)) {
    throw requestFailed(`The field '${path}' must be an array for ${operator} but is of another type`)
  }
  return current as unknown[] | undefined
}

function modifiers(argument: unknown, known: readonly string[], operator: string): Document | undefined {
  if (!isPlainObject(argument) || !('$each' in argument)) return undefined
  const unknownKey = Object.keys(argument).find((key) => !known.includes(key))
  if (unknownKey !== undefined) throw requestFailed(`Unrecognized clause in ${operator}: ${unknownKey}`)
  if (!Array.isArray(argument.$each))
    throw requestFailed(`The argument to $each in ${operator} must be an array`)
  return argument
}

function integer(value: unknown, name: string): number {
  if (!Number.isInteger(value)) throw requestFailed(`The value for ${name} must be an integer value`)
  return value as number
}

function sorted(items: unknown[], order: unknown): unknown[] {
  if (order === 1 || order === -1) return items.sort((a, b) => order * compareValues(a, b))
  if (!isPlainObject(order)) throw requestFailed('The $sort of $push must be 1, -1 or an object')
  const fields = Object.entries(order)
  return items.sort((a, b) => {
    for (const [field, direction] of fields) {
      const comparison = compareValues(valueOf(a, field), valueOf(b, field))
      if (comparison !== 0) return comparison * Number(direction)
    }
    return 0
  })
}

const valueOf = (item: unknown, field: string): unknown =>
  isPlainObject(item) ? getAt(item, field) : undefined

const push: UpdateOperator = (doc, path, argument) => {
  const clauses = modifiers(argument, ['$each', '$position', '$slice', '$sort'], '$push')
  let items = [...(arrayAt(doc, path, '$push') ?? [])]
  const added = (clauses?.$each as unknown[] | undefined) ?? [argument]
  const place = clauses?.$position
  items.splice(place === undefined ? items.length : integer(place, '$position'), 0, ...added)
  if (clauses?.$sort !== undefined) items = sorted(items, clauses.$sort)
  if (clauses?.$slice !== undefined) {
    const slice = integer(clauses.$slice, '$slice')
    items = slice === 0 ? [] : slice < 0 ? items.slice(slice) : items.slice(0, slice)
  }
  setAt(doc, path, items)
}

const addToSet: UpdateOperator = (doc, path, argument) => {
  const items = [...(arrayAt(doc, path, '$addToSet') ?? [])]
  const keys = new Set(items.map(valueKey))
  for (const item of (modifiers(argument, ['$each'], '$addToSet')?.$each as unknown[] | undefined) ?? [
    argument,
  ]) {
    if (keys.has(valueKey(item))) continue
    keys.add(valueKey(item))
    items.push(item)
  }
  setAt(doc, path, items)
}

const pop: UpdateOperator = (doc, path, argument) => {
  if (argument !== 1 && argument !== -1)
    throw requestFailed(`$pop expects 1 or -1, found: ${JSON.stringify(argument)}`)
  const items = arrayAt(doc, path, '$pop')
  if (items !== undefined) setAt(doc, path, argument === 1 ? items.slice(0, -1) : items.slice(1))
}

/** A condition of `$pull` speaks of an element: of its fields when it is an object, of itself otherwise. */
function pulls(condition: unknown): (item: unknown) => boolean {
  if (!isPlainObject(condition)) {
    if (condition instanceof RegExp) return (item) => typeof item === 'string' && condition.test(item)
    return (item) => valueKey(item) === valueKey(condition)
  }
  const speaksOfItself = Object.keys(condition).some((key) => key.startsWith('$'))
  const test = matcher(speaksOfItself ? { item: condition } : condition)
  return speaksOfItself ? (item) => test({ item }) : (item) => isPlainObject(item) && test(item)
}

const pull: UpdateOperator = (doc, path, argument) => {
  const items = arrayAt(doc, path, '$pull')
  if (items === undefined) return
  const isPulled = pulls(argument)
  setAt(
    doc,
    path,
    items.filter((item) => !isPulled(item)),
  )
}

const pullAll: UpdateOperator = (doc, path, argument) => {
  if (!Array.isArray(argument)) throw requestFailed('$pullAll requires an array argument')
  const keys = new Set(argument.map(valueKey))
  const items = arrayAt(doc, path, '$pullAll')
  if (items !== undefined)
    setAt(
      doc,
      path,
      items.filter((item) => !keys.has(valueKey(item))),
    )
}

export const arrayOperators: Record<string, UpdateOperator> = {
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
}
