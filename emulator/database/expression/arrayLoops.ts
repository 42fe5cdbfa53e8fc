import { requestFailed } from '../../cloudError'
import type { Document } from '../../types'
import { isPlainObject } from '../isPlainObject'
import { isNil, type ExpressionOperator, type Scope } from './Compute'
import { array, whole } from './fixed'
import { isTruthy } from './logic'

function options(argument: unknown, name: string, required: string[], optional: string[]): Document {
  if (!isPlainObject(argument)) throw requestFailed(`${name} only supports an object as its argument`)
  const unknownName = Object.keys(argument).find((key) => ![...required, ...optional].includes(key))
  if (unknownName !== undefined) throw requestFailed(`Unrecognized parameter to ${name}: ${unknownName}`)
  const missing = required.find((key) => !(key in argument))
  if (missing !== undefined) throw requestFailed(`Missing '${missing}' parameter to ${name}`)
  return argument
}

function variableName(value: unknown, name: string): string {
  if (value === undefined) return 'this'
  if (typeof value !== 'string' || !/^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/.test(value))
    throw requestFailed(`${JSON.stringify(value)} is not a valid variable name in ${name}`)
  return value
}

const withVariables = ({ root, variables }: Scope, own: Document): Scope => ({
  root,
  variables: { ...variables, ...own },
})

const filter: ExpressionOperator = (argument, compile) => {
  const parts = options(argument, '$filter', ['input', 'cond'], ['as', 'limit'])
  const name = variableName(parts.as, '$filter')
  const [input, test, most] = [compile(parts.input), compile(parts.cond), compile(parts.limit ?? null)]
  return (scope) => {
    const list = input(scope)
    if (isNil(list)) return null
    const limit = most(scope)
    const kept = array(list, '$filter').filter((item) =>
      isTruthy(test(withVariables(scope, { [name]: item }))),
    )
    return isNil(limit) ? kept : kept.slice(0, whole(limit, '$filter'))
  }
}

const map: ExpressionOperator = (argument, compile) => {
  const parts = options(argument, '$map', ['input', 'in'], ['as'])
  const name = variableName(parts.as, '$map')
  const [input, body] = [compile(parts.input), compile(parts.in)]
  return (scope) => {
    const list = input(scope)
    if (isNil(list)) return null
    return array(list, '$map').map((item) => body(withVariables(scope, { [name]: item })) ?? null)
  }
}

const reduce: ExpressionOperator = (argument, compile) => {
  const parts = options(argument, '$reduce', ['input', 'initialValue', 'in'], [])
  const [input, start, body] = [compile(parts.input), compile(parts.initialValue), compile(parts.in)]
  return (scope) => {
    const list = input(scope)
    if (isNil(list)) return null
    return array(list, '$reduce').reduce(
      (value, item) => body(withVariables(scope, { value, this: item })),
      start(scope),
    )
  }
}

export const arrayLoops: Record<string, ExpressionOperator> = { $filter: filter, $map: map, $reduce: reduce }
