import { requestFailed } from '../../cloudError'
import { isPlainObject } from '../isPlainObject'
import type { Document } from '../../types'
import { isNil, type ExpressionOperator } from './Compute'

/** An operator that takes between `least` and `most` arguments, evaluated before it runs. */
export function fixed(
  name: string,
  least: number,
  most: number,
  run: (...values: unknown[]) => unknown,
): ExpressionOperator {
  return (argument, compile) => {
    const list = Array.isArray(argument) ? argument : [argument]
    if (list.length < least || list.length > most) {
      const wanted = least === most ? `exactly ${least}` : `${least} to ${most}`
      throw requestFailed(`Expression ${name} takes ${wanted} arguments. ${list.length} were passed in.`)
    }
    const computes = list.map(compile)
    const [first, second] = computes
    if (first !== undefined && computes.length === 1) return (scope) => run(first(scope))
    if (first !== undefined && second !== undefined && computes.length === 2)
      return (scope) => run(first(scope), second(scope))
    return (scope) => run(...computes.map((compute) => compute(scope)))
  }
}

/** The same, giving null as soon as an argument is null or missing. */
export function nullable(
  name: string,
  least: number,
  most: number,
  run: (...values: unknown[]) => unknown,
): ExpressionOperator {
  return fixed(name, least, most, (...values) => (values.some(isNil) ? null : run(...values)))
}

/** An operator with named arguments, each evaluated before it runs; the first ones listed are required. */
export function named(
  name: string,
  required: readonly string[],
  optional: readonly string[],
  run: (values: Document, given: (option: string) => boolean) => unknown,
): ExpressionOperator {
  return (argument, compile) => {
    if (!isPlainObject(argument)) throw requestFailed(`${name} only supports an object as its argument`)
    const unknownName = Object.keys(argument).find((key) => ![...required, ...optional].includes(key))
    if (unknownName !== undefined) throw requestFailed(`${name} found an unknown argument: ${unknownName}`)
    const missing = required.find((key) => !(key in argument))
    if (missing !== undefined) throw requestFailed(`${name} requires '${missing}' to be specified`)
    const computes = Object.entries(argument).map(([key, value]) => [key, compile(value)] as const)
    return (scope) => {
      const values: Document = {}
      for (const [key, compute] of computes) values[key] = compute(scope)
      return run(values, (option) => option in argument)
    }
  }
}

export function number(value: unknown, name: string): number {
  if (typeof value !== 'number')
    throw requestFailed(`${name} only supports numeric types, not ${kind(value)}`)
  return value
}

export function whole(value: unknown, name: string): number {
  if (!Number.isInteger(value))
    throw requestFailed(`${name} requires an integral argument, not ${kind(value)}`)
  return value as number
}

export function text(value: unknown, name: string): string {
  if (typeof value !== 'string')
    throw requestFailed(`${name} requires a string argument, found: ${kind(value)}`)
  return value
}

export function array(value: unknown, name: string): unknown[] {
  if (!Array.isArray(value))
    throw requestFailed(`The argument to ${name} must be an array, but was of type: ${kind(value)}`)
  return value as unknown[]
}

function kind(value: unknown): string {
  if (isNil(value)) return value === null ? 'null' : 'missing'
  if (Array.isArray(value)) return 'array'
  return value instanceof Date ? 'date' : typeof value
}
