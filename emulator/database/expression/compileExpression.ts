import { requestFailed, unsupported } from '../../cloudError'
import type { Document } from '../../types'
import { isPlainObject } from '../isPlainObject'
import { accumulating } from './accumulating'
import { arithmetic } from './arithmetic'
import { arrays } from './arrays'
import { arrayLoops } from './arrayLoops'
import { conversion } from './conversion'
import { dateMath } from './dateMath'
import { dates } from './dates'
import { logic } from './logic'
import type { Compute, ExpressionOperator } from './Compute'
import { objects } from './objects'
import { sets } from './sets'
import { strings } from './strings'

export { isTruthy } from './logic'

const operators: Record<string, ExpressionOperator> = {
  ...accumulating,
  ...arithmetic,
  ...arrays,
  ...arrayLoops,
  ...conversion,
  ...dateMath,
  ...dates,
  ...logic,
  ...objects,
  ...sets,
  ...strings,
  $literal: (argument) => () => argument,
}

/** A field of subdocuments: through arrays element by element, where positions mean nothing. */
function fieldOf(value: unknown, path: readonly string[], at: number): unknown {
  if (at === path.length) return value
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown) => {
      if (!isPlainObject(item) && !Array.isArray(item)) return []
      const found = fieldOf(item, path, at)
      return found === undefined ? [] : [found]
    })
  }
  const name = path[at] ?? ''
  if (!isPlainObject(value) || !Object.prototype.hasOwnProperty.call(value, name)) return undefined
  return fieldOf(value[name], path, at + 1)
}

function segments(path: string): string[] {
  const parts = path.split('.')
  if (parts.includes('')) throw requestFailed(`FieldPath field names may not be empty: '${path}'`)
  return parts
}

function compileVariable(text: string): Compute {
  const [name = '', ...rest] = segments(text)
  switch (name) {
    case 'ROOT':
    case 'CURRENT':
      return ({ root }) => fieldOf(root, rest, 0)
    case 'REMOVE':
      return () => undefined
    default:
  }
  if (/^[A-Z]/.test(name)) throw unsupported(`the variable $$${name}`)
  return ({ variables }) => {
    if (!(name in variables)) throw requestFailed(`Use of undefined variable: ${name}`)
    return fieldOf(variables[name], rest, 0)
  }
}

function compilePath(text: string): Compute {
  if (text.startsWith('$$')) return compileVariable(text.slice(2))
  const path = segments(text.slice(1))
  const [name = ''] = path
  if (path.length > 1) return ({ root }) => fieldOf(root, path, 0)
  return ({ root }) => (Object.prototype.hasOwnProperty.call(root, name) ? root[name] : undefined)
}

function compileObject(expression: Document): Compute {
  const fields = Object.entries(expression).map(([name, value]) => {
    if (name.includes('.')) throw requestFailed(`FieldPath field names may not contain '.': '${name}'`)
    return [name, compileExpression(value)] as const
  })
  return (scope) => {
    const out: Document = {}
    for (const [name, compute] of fields) {
      const value = compute(scope)
      if (value !== undefined) out[name] = value
    }
    return out
  }
}

function compileOperator(expression: Document): Compute | undefined {
  const names = Object.keys(expression)
  const name = names.find((each) => each.startsWith('$'))
  if (name === undefined) return undefined
  if (names.length > 1)
    throw requestFailed(`an expression specification must contain exactly one field, found ${names.length}`)
  const operator = operators[name]
  if (operator === undefined) throw unsupported(`the operator ${name}`)
  return operator(expression[name], compileExpression)
}

/** An aggregation expression, compiled once for all documents. */
export function compileExpression(expression: unknown): Compute {
  if (typeof expression === 'string' && expression.startsWith('$') && expression.length > 1)
    return compilePath(expression)
  if (Array.isArray(expression)) {
    const items = expression.map(compileExpression)
    // Inside an array a missing value becomes null.
    return (scope) => items.map((compute) => compute(scope) ?? null)
  }
  if (!isPlainObject(expression)) return () => expression
  return compileOperator(expression) ?? compileObject(expression)
}
