import { requestFailed, unsupported } from '../../cloudError'
import type { Document } from '../../types'
import { compileExpression, isTruthy } from '../expression/compileExpression'
import { isPlainObject } from '../isPlainObject'
import { equals, matchesPattern, valueConditions } from './conditions'
import { compileJsonSchema } from './jsonSchema'
import { someElement, type Test } from './someElement'

type DocumentTest = (doc: Document, variables: Document) => boolean

const hasOperators = (value: unknown): value is Document =>
  isPlainObject(value) && Object.keys(value)[0]?.startsWith('$') === true

function onElements(path: readonly string[], test: Test): DocumentTest {
  return (doc) => someElement(doc, path, true, test)
}

function onValue(path: readonly string[], test: Test): DocumentTest {
  return (doc) => someElement(doc, path, false, test)
}

function negated(test: DocumentTest): DocumentTest {
  return (doc, variables) => !test(doc, variables)
}

function every(tests: readonly DocumentTest[]): DocumentTest {
  const [first] = tests
  if (first !== undefined && tests.length === 1) return first
  return (doc, variables) => tests.every((test) => test(doc, variables))
}

/** `{$regex, $options}` as one pattern; `x` and unknown flags are refused. */
function pattern({ $regex, $options }: Document): Test {
  const options = $options ?? ($regex instanceof RegExp ? $regex.flags : '')
  if (typeof $regex !== 'string' && !($regex instanceof RegExp))
    throw requestFailed('$regex has to be a string')
  if (typeof options !== 'string') throw requestFailed('$options has to be a string')
  if (/[^imsu]/.test(options)) throw unsupported(`the option '${options}' of $regex`)
  try {
    return matchesPattern(new RegExp(typeof $regex === 'string' ? $regex : $regex.source, options))
  } catch (error) {
    throw requestFailed(`Regular expression is invalid: ${(error as Error).message}`)
  }
}

/** Conditions on the elements themselves, or on their fields when they are named. */
function elementTest(argument: unknown): (element: unknown) => boolean {
  if (!isPlainObject(argument)) throw requestFailed('$elemMatch needs an Object')
  const [first] = Object.keys(argument)
  const isOnValue = first?.startsWith('$') === true && !['$and', '$or', '$nor', '$expr'].includes(first)
  if (!isOnValue) {
    const test = compileQuery(argument)
    return (element) =>
      Array.isArray(element)
        ? test(Object.fromEntries<unknown>(element.entries()), {})
        : isPlainObject(element) && test(element, {})
  }
  // The element is looked at as a whole: an array inside the array is not looked into.
  const test = compileConditions(['element'], argument, onValue)
  return (element) => test({ element }, {})
}

function elemMatch(path: readonly string[], argument: unknown): DocumentTest {
  const test = elementTest(argument)
  return onValue(path, (value) => Array.isArray(value) && value.some(test))
}

function all(path: readonly string[], argument: unknown): DocumentTest {
  if (!Array.isArray(argument)) throw requestFailed('$all needs an array')
  if (argument.length === 0) return () => false
  return every(
    argument.map((item: unknown) => {
      if (item instanceof RegExp) return onElements(path, matchesPattern(item))
      if (!hasOperators(item)) return onElements(path, equals(item))
      if (!('$elemMatch' in item)) throw requestFailed('no $ expressions in $all')
      return elemMatch(path, item.$elemMatch)
    }),
  )
}

function size(path: readonly string[], argument: unknown): DocumentTest {
  if (!Number.isInteger(argument)) throw requestFailed('$size must be a whole number')
  if ((argument as number) < 0) throw requestFailed('$size may not be negative')
  return onValue(path, (value) => Array.isArray(value) && value.length === argument)
}

type OnValues = typeof onElements

function not(path: readonly string[], argument: unknown, onValues: OnValues): DocumentTest {
  if (argument instanceof RegExp) return negated(onValues(path, matchesPattern(argument)))
  if (!isPlainObject(argument)) throw requestFailed('$not needs a regex or a document')
  if (Object.keys(argument).length === 0) throw requestFailed('$not cannot be empty')
  return negated(compileConditions(path, argument, onValues))
}

function condition(path: readonly string[], name: string, all_: Document, onValues: OnValues): DocumentTest {
  const argument = all_[name]
  const simple = valueConditions[name]
  if (simple !== undefined) return onValues(path, simple(argument))
  switch (name) {
    case '$ne':
      if (argument instanceof RegExp) throw requestFailed("Can't have regex as arg to $ne.")
      return negated(onValues(path, equals(argument)))
    case '$nin':
      return negated(onValues(path, valueConditions.$in?.(argument) ?? (() => false)))
    case '$exists': {
      const exists = onValue(path, (value) => value !== undefined)
      return argument === false || argument === 0 || argument === null ? negated(exists) : exists
    }
    case '$regex':
      return onValues(path, pattern(all_))
    case '$not':
      return not(path, argument, onValues)
    case '$elemMatch':
      return elemMatch(path, argument)
    case '$all':
      return all(path, argument)
    case '$size':
      return size(path, argument)
    default:
      if (!name.startsWith('$')) throw requestFailed(`unknown operator: ${name}`)
      throw unsupported(`the operator ${name}`)
  }
}

function compileConditions(path: readonly string[], conditions: Document, onValues: OnValues): DocumentTest {
  if ('$options' in conditions && !('$regex' in conditions)) throw requestFailed('$options needs a $regex')
  return every(
    Object.keys(conditions)
      .filter((name) => name !== '$options')
      .map((name) => condition(path, name, conditions, onValues)),
  )
}

function branches(name: string, argument: unknown): DocumentTest[] {
  if (!Array.isArray(argument)) throw requestFailed(`${name} must be an array`)
  if (argument.length === 0) throw requestFailed(`${name} must be a nonempty array`)
  return argument.map((branch: unknown) => {
    if (!isPlainObject(branch)) throw requestFailed(`${name} entries need to be full objects`)
    return compileQuery(branch)
  })
}

function topLevel(name: string, argument: unknown): DocumentTest {
  switch (name) {
    case '$and':
      return every(branches(name, argument))
    case '$or': {
      const tests = branches(name, argument)
      return (doc, variables) => tests.some((test) => test(doc, variables))
    }
    case '$nor': {
      const tests = branches(name, argument)
      return (doc, variables) => !tests.some((test) => test(doc, variables))
    }
    case '$expr': {
      const compute = compileExpression(argument)
      return (doc, variables) => isTruthy(compute({ root: doc, variables }))
    }
    case '$jsonSchema':
      return compileJsonSchema(argument)
    case '$comment':
      return () => true
    default:
      throw unsupported(`the operator ${name}`)
  }
}

/** The test of a query, compiled once. A query that cannot be understood is refused here, not at a document. */
export function compileQuery(query: Document): DocumentTest {
  return every(
    Object.entries(query).map(([name, argument]) => {
      if (name.startsWith('$')) return topLevel(name, argument)
      const path = name.split('.')
      if (hasOperators(argument)) return compileConditions(path, argument, onElements)
      return onElements(path, argument instanceof RegExp ? matchesPattern(argument) : equals(argument))
    }),
  )
}
