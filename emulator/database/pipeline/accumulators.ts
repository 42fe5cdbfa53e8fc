import { requestFailed, unsupported } from '../../cloudError'
import { deviation, extreme, mean } from '../expression/accumulating'
import { mergeObjects } from '../expression/objects'
import { valueKey } from '../fieldPath'
import { compileExpression } from '../expression/compileExpression'
import type { Scope } from '../expression/Compute'
import { isPlainObject } from '../isPlainObject'

interface Accumulation {
  add(value: unknown): void
  result(): unknown
}

/** Keeps all values that are not missing and works on them at the end. */
function collecting(finish: (values: unknown[]) => unknown): () => Accumulation {
  return () => {
    const values: unknown[] = []
    return {
      add(value) {
        if (value !== undefined) values.push(value)
      },
      result: () => finish(values),
    }
  }
}

function summing(): Accumulation {
  let sum = 0
  return {
    add(value) {
      if (typeof value === 'number') sum += value
    },
    result: () => sum,
  }
}

function picking(isLast: boolean): Accumulation {
  let picked: unknown
  let isEmpty = true
  return {
    add(value) {
      if (isLast || isEmpty) picked = value
      isEmpty = false
    },
    result: () => picked ?? null,
  }
}

const extremeOf = (direction: 1 | -1) => (): Accumulation => {
  let best: unknown = null
  return {
    add(value) {
      best = extreme([best, value], direction)
    },
    result: () => best,
  }
}

function distinct(): Accumulation {
  const found = new Map<string, unknown>()
  return {
    add(value) {
      if (value !== undefined && !found.has(valueKey(value))) found.set(valueKey(value), value)
    },
    result: () => [...found.values()],
  }
}

const accumulators: Record<string, () => Accumulation> = {
  $sum: summing,
  $avg: collecting(mean),
  $min: extremeOf(-1),
  $max: extremeOf(1),
  $first: () => picking(false),
  $last: () => picking(true),
  $push: collecting((values) => values),
  $addToSet: distinct,
  $stdDevPop: collecting((values) => deviation(values, 0)),
  $stdDevSamp: collecting((values) => deviation(values, 1)),
  $mergeObjects: collecting(mergeObjects),
}

/** One field of a group: made anew for each group, fed with each of its documents. */
export function accumulator(field: string, specification: unknown): () => Accumulator {
  if (field.includes('.')) throw requestFailed(`The field name '${field}' cannot contain '.'`)
  const [name, ...others] = isPlainObject(specification) ? Object.keys(specification) : []
  if (!isPlainObject(specification) || name === undefined || others.length > 0 || !name.startsWith('$'))
    throw requestFailed(`The field '${field}' must be an accumulator object`)
  const isCount = name === '$count'
  const make = accumulators[isCount ? '$sum' : name]
  if (make === undefined) throw unsupported(`the group operator ${name}`)
  if (isCount && (!isPlainObject(specification.$count) || Object.keys(specification.$count).length > 0))
    throw requestFailed('$count takes no arguments, i.e. $count: {}')
  const argument = isCount ? 1 : specification[name]
  if (Array.isArray(argument) && argument.length !== 1)
    throw requestFailed(`The ${name} accumulator is a unary operator`)
  const compute = compileExpression(Array.isArray(argument) ? argument[0] : argument)
  return () => {
    const own = make()
    return { add: (scope) => own.add(compute(scope)), result: () => own.result() }
  }
}

export interface Accumulator {
  add(scope: Scope): void
  result(): unknown
}
