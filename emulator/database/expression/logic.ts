import { requestFailed } from '../../cloudError'
import { compareValues } from '../compareValues'
import { isPlainObject } from '../isPlainObject'
import type { ExpressionOperator } from './Compute'
import { isNil } from './Compute'
import { fixed } from './fixed'

/** False are false, null, missing and 0; an empty text or array is true. */
export const isTruthy = (value: unknown): boolean => !isNil(value) && value !== false && value !== 0

const list = (argument: unknown): unknown[] => (Array.isArray(argument) ? argument : [argument])

function comparison(name: string, accepts: (result: number) => boolean): [string, ExpressionOperator] {
  return [name, fixed(name, 2, 2, (a, b) => accepts(compareValues(a, b)))]
}

const cond: ExpressionOperator = (argument, compile) => {
  let parts: unknown[]
  if (Array.isArray(argument)) parts = argument
  else if (isPlainObject(argument)) {
    const unknownName = Object.keys(argument).find((key) => !['if', 'then', 'else'].includes(key))
    if (unknownName !== undefined) throw requestFailed(`Unrecognized parameter to $cond: ${unknownName}`)
    for (const key of ['if', 'then', 'else'])
      if (!(key in argument)) throw requestFailed(`Missing '${key}' parameter to $cond`)
    parts = [argument.if, argument.then, argument.else]
  } else parts = [argument]
  if (parts.length !== 3)
    throw requestFailed(`Expression $cond takes exactly 3 arguments. ${parts.length} were passed in.`)
  const [condition, yes, no] = parts.map(compile)
  return (scope) => (isTruthy(condition?.(scope)) ? yes?.(scope) : no?.(scope))
}

const ifNull: ExpressionOperator = (argument, compile) => {
  if (!Array.isArray(argument) || argument.length < 2)
    throw requestFailed('$ifNull needs at least two arguments')
  const computes = argument.map(compile)
  return (scope) => {
    let value: unknown
    for (const compute of computes) {
      value = compute(scope)
      if (!isNil(value)) return value
    }
    return value
  }
}

const choose: ExpressionOperator = (argument, compile) => {
  if (!isPlainObject(argument) || !Array.isArray(argument.branches) || argument.branches.length === 0)
    throw requestFailed('$switch requires at least one branch')
  const branches = argument.branches.map((branch: unknown) => {
    if (!isPlainObject(branch) || !('case' in branch) || !('then' in branch))
      throw requestFailed("$switch requires each branch to have a 'case' and a 'then' expression")
    return { when: compile(branch.case), then: compile(branch.then) }
  })
  const otherwise = 'default' in argument ? compile(argument.default) : undefined
  return (scope) => {
    const branch = branches.find(({ when }) => isTruthy(when(scope)))
    if (branch !== undefined) return branch.then(scope)
    if (otherwise !== undefined) return otherwise(scope)
    throw requestFailed(
      '$switch could not find a matching branch for an input, and no default was specified.',
    )
  }
}

const letIn: ExpressionOperator = (argument, compile) => {
  if (!isPlainObject(argument) || !isPlainObject(argument.vars) || !('in' in argument))
    throw requestFailed("$let needs 'vars' and 'in'")
  const bound = Object.entries(argument.vars).map(([name, value]) => [name, compile(value)] as const)
  const body = compile(argument.in)
  return (scope) => {
    const own = bound.map(([name, compute]) => [name, compute(scope)] as const)
    return body({ root: scope.root, variables: { ...scope.variables, ...Object.fromEntries(own) } })
  }
}

export const logic: Record<string, ExpressionOperator> = {
  $cmp: fixed('$cmp', 2, 2, compareValues),
  ...Object.fromEntries([
    comparison('$eq', (result) => result === 0),
    comparison('$ne', (result) => result !== 0),
    comparison('$gt', (result) => result > 0),
    comparison('$gte', (result) => result >= 0),
    comparison('$lt', (result) => result < 0),
    comparison('$lte', (result) => result <= 0),
  ]),
  $and: (argument, compile) => {
    const computes = list(argument).map(compile)
    return (scope) => computes.every((compute) => isTruthy(compute(scope)))
  },
  $or: (argument, compile) => {
    const computes = list(argument).map(compile)
    return (scope) => computes.some((compute) => isTruthy(compute(scope)))
  },
  $not: fixed('$not', 1, 1, (value) => !isTruthy(value)),
  $cond: cond,
  $ifNull: ifNull,
  $switch: choose,
  $let: letIn,
}
