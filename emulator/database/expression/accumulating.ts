import { compareValues } from '../compareValues'
import { isNil, type ExpressionOperator } from './Compute'

const numbers = (values: readonly unknown[]): number[] => values.filter((value) => typeof value === 'number')

export const total = (values: readonly unknown[]): number =>
  numbers(values).reduce((sum, value) => sum + value, 0)

export function mean(values: readonly unknown[]): number | null {
  const counted = numbers(values)
  return counted.length === 0 ? null : total(counted) / counted.length
}

/** The least (-1) or greatest (1); null and missing values are passed over. */
export function extreme(values: readonly unknown[], direction: 1 | -1): unknown {
  let best: unknown = null
  for (const value of values) {
    if (isNil(value)) continue
    if (best === null || compareValues(value, best) * direction > 0) best = value
  }
  return best
}

/** `spare` is 0 for a whole population and 1 for a sample of it. */
export function deviation(values: readonly unknown[], spare: 0 | 1): number | null {
  const counted = numbers(values)
  if (counted.length <= spare) return null
  const middle = total(counted) / counted.length
  const squares = counted.reduce((sum, value) => sum + (value - middle) ** 2, 0)
  return Math.sqrt(squares / (counted.length - spare))
}

/** As an expression: over the elements of one array, or over several values taken as they are. */
function over(run: (values: readonly unknown[]) => unknown): ExpressionOperator {
  return (argument, compile) => {
    if (Array.isArray(argument) && argument.length !== 1) {
      const computes = argument.map(compile)
      return (scope) => run(computes.map((compute) => compute(scope)))
    }
    const compute = compile(Array.isArray(argument) ? argument[0] : argument)
    return (scope) => {
      const value = compute(scope)
      return run(Array.isArray(value) ? (value as unknown[]) : [value])
    }
  }
}

export const accumulating: Record<string, ExpressionOperator> = {
  $sum: over(total),
  $avg: over(mean),
  $min: over((values) => extreme(values, -1)),
  $max: over((values) => extreme(values, 1)),
  $stdDevPop: over((values) => deviation(values, 0)),
  $stdDevSamp: over((values) => deviation(values, 1)),
}
