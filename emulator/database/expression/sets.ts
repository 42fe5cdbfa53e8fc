import { valueKey } from '../fieldPath'
import type { ExpressionOperator } from './Compute'
import { array, fixed, nullable } from './fixed'
import { isTruthy } from './logic'

function distinct(values: readonly unknown[]): Map<string, unknown> {
  const found = new Map<string, unknown>()
  for (const value of values) if (!found.has(valueKey(value))) found.set(valueKey(value), value)
  return found
}

const elements = (value: unknown, name: string) => distinct(array(value, name))

function intersection(...values: unknown[]): unknown[] {
  const [first = new Map<string, unknown>(), ...others] = values.map((each) =>
    elements(each, '$setIntersection'),
  )
  return [...first].filter(([key]) => others.every((other) => other.has(key))).map(([, value]) => value)
}

function difference(a: unknown, b: unknown): unknown[] {
  const taken = elements(b, '$setDifference')
  return [...elements(a, '$setDifference')].filter(([key]) => !taken.has(key)).map(([, value]) => value)
}

function equal(...values: unknown[]): boolean {
  const [first = new Map<string, unknown>(), ...others] = values.map((each) => elements(each, '$setEquals'))
  return others.every(
    (other) => other.size === first.size && [...other.keys()].every((key) => first.has(key)),
  )
}

export const sets: Record<string, ExpressionOperator> = {
  $setUnion: nullable('$setUnion', 0, Infinity, (...values) => [
    ...distinct(values.flatMap((each) => array(each, '$setUnion'))).values(),
  ]),
  $setIntersection: nullable('$setIntersection', 0, Infinity, intersection),
  $setDifference: nullable('$setDifference', 2, 2, difference),
  $setEquals: fixed('$setEquals', 2, Infinity, equal),
  $setIsSubset: fixed('$setIsSubset', 2, 2, (a, b) => {
    const whole = elements(b, '$setIsSubset')
    return [...elements(a, '$setIsSubset').keys()].every((key) => whole.has(key))
  }),
  $anyElementTrue: fixed('$anyElementTrue', 1, 1, (value) => array(value, '$anyElementTrue').some(isTruthy)),
  $allElementsTrue: fixed('$allElementsTrue', 1, 1, (value) =>
    array(value, '$allElementsTrue').every(isTruthy),
  ),
}
