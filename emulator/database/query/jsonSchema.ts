import { requestFailed, unsupported } from '../../cloudError'
import type { Document } from '../../types'
import { valueKey } from '../fieldPath'
import { isPlainObject } from '../isPlainObject'
import type { Test } from './someElement'
import { typeTest } from './typeNames'

type IsOfType<T> = (value: unknown) => value is T
type Keyword = (argument: unknown, schema: Document) => Test

const jsonTypes: Record<string, string> = {
  object: 'object',
  array: 'array',
  number: 'number',
  boolean: 'bool',
  string: 'string',
  null: 'null',
}

const isNumber = (value: unknown): value is number => typeof value === 'number'
const isString = (value: unknown): value is string => typeof value === 'string'

/** A keyword says something of values of one type only; any other value passes it. */
function about<T>(isOfType: IsOfType<T>, accepts: (value: T) => boolean): Test {
  return (value) => !isOfType(value) || accepts(value)
}

function wrong(keyword: string): never {
  throw requestFailed(`$jsonSchema keyword '${keyword}' is given a wrong value`)
}

function number(argument: unknown, keyword: string): number {
  return isNumber(argument) ? argument : wrong(keyword)
}

function list(argument: unknown, keyword: string): unknown[] {
  return Array.isArray(argument) && argument.length > 0 ? (argument as unknown[]) : wrong(keyword)
}

function types(argument: unknown, keyword: string, names?: Record<string, string>): Test {
  const wanted = (Array.isArray(argument) ? argument : [argument]).map((name: unknown) => {
    const known = isString(name) ? (names === undefined ? name : names[name]) : undefined
    return known ?? wrong(keyword)
  })
  return typeTest(wanted)
}

const branches = (argument: unknown, keyword: string): Test[] =>
  list(argument, keyword).map((schema) => compileJsonSchema(schema))

function properties(argument: unknown): Test {
  if (!isPlainObject(argument)) return wrong('properties')
  const tests = Object.entries(argument).map(([name, schema]) => ({ name, test: compileJsonSchema(schema) }))
  return about(isPlainObject, (value) =>
    tests.every(({ name, test }) => value[name] === undefined || test(value[name])),
  )
}

function additionalProperties(argument: unknown, schema: Document): Test {
  const named = isPlainObject(schema.properties) ? Object.keys(schema.properties) : []
  const test = typeof argument === 'boolean' ? () => argument : compileJsonSchema(argument)
  return about(isPlainObject, (value) =>
    Object.keys(value).every((name) => named.includes(name) || test(value[name])),
  )
}

const isArray = (value: unknown): value is unknown[] => Array.isArray(value)
const points = (text: string): number => [...text].length

function sized<T>(
  name: string,
  isOfType: IsOfType<T>,
  sizeOf: (value: T) => number,
  accepts: (size: number, limit: number) => boolean,
): Keyword {
  return (argument) => {
    const limit = number(argument, name)
    if (!Number.isInteger(limit) || limit < 0) return wrong(name)
    return about(isOfType, (value) => accepts(sizeOf(value), limit))
  }
}

const atLeast = <T>(name: string, isOfType: IsOfType<T>, sizeOf: (value: T) => number) =>
  sized(name, isOfType, sizeOf, (size, limit) => size >= limit)
const atMost = <T>(name: string, isOfType: IsOfType<T>, sizeOf: (value: T) => number) =>
  sized(name, isOfType, sizeOf, (size, limit) => size <= limit)

function pattern(argument: unknown): Test {
  if (!isString(argument)) return wrong('pattern')
  try {
    const expression = new RegExp(argument)
    return about(isString, (text) => expression.test(text))
  } catch {
    return wrong('pattern')
  }
}

const keywords: Record<string, Keyword> = {
  title: () => () => true,
  description: () => () => true,
  bsonType: (argument) => types(argument, 'bsonType'),
  type: (argument) => types(argument, 'type', jsonTypes),
  enum: (argument) => {
    const keys = new Set(list(argument, 'enum').map(valueKey))
    return (value) => keys.has(valueKey(value))
  },
  required: (argument) => {
    const names = list(argument, 'required')
    if (!names.every(isString)) return wrong('required')
    return about(isPlainObject, (value) => names.every((name) => value[name] !== undefined))
  },
  properties,
  additionalProperties,
  minimum: (argument) => {
    const least = number(argument, 'minimum')
    return about(isNumber, (value) => value >= least)
  },
  maximum: (argument) => {
    const most = number(argument, 'maximum')
    return about(isNumber, (value) => value <= most)
  },
  minLength: atLeast('minLength', isString, points),
  maxLength: atMost('maxLength', isString, points),
  pattern,
  items: (argument) => {
    const test = compileJsonSchema(argument)
    return about(isArray, (items) => items.every(test))
  },
  minItems: atLeast('minItems', isArray, (items) => items.length),
  maxItems: atMost('maxItems', isArray, (items) => items.length),
  allOf: (argument) => {
    const tests = branches(argument, 'allOf')
    return (value) => tests.every((test) => test(value))
  },
  anyOf: (argument) => {
    const tests = branches(argument, 'anyOf')
    return (value) => tests.some((test) => test(value))
  },
  oneOf: (argument) => {
    const tests = branches(argument, 'oneOf')
    return (value) => tests.filter((test) => test(value)).length === 1
  },
  not: (argument) => {
    const test = compileJsonSchema(argument)
    return (value) => !test(value)
  },
}

/** The test of `$jsonSchema` (draft 4 with `bsonType`, as MongoDB has it); a keyword not known here is refused. */
export function compileJsonSchema(schema: unknown): Test {
  if (!isPlainObject(schema)) throw requestFailed('$jsonSchema must be an object')
  if (schema.type !== undefined && schema.bsonType !== undefined)
    throw requestFailed("Cannot specify both $jsonSchema keywords 'type' and 'bsonType'")
  const tests = Object.entries(schema).map(([name, argument]) => {
    const keyword = Object.prototype.hasOwnProperty.call(keywords, name) ? keywords[name] : undefined
    if (keyword === undefined) throw unsupported(`the $jsonSchema keyword '${name}'`)
    return keyword(argument, schema)
  })
  return (value) => tests.every((test) => test(value))
}
