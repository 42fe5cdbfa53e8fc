import { requestFailed } from '../../cloudError'
import type { ExpressionOperator } from './Compute'
import { isNil } from './Compute'
import { fixed, nullable, number, whole } from './fixed'

function ofOne(name: string, run: (value: number) => number): [string, ExpressionOperator] {
  return [name, nullable(name, 1, 1, (value) => run(number(value, name)))]
}

function add(...values: unknown[]): unknown {
  let sum = 0
  let isDate = false
  for (const value of values) {
    if (isNil(value)) return null
    if (value instanceof Date) {
      if (isDate) throw requestFailed('only one date allowed in an $add expression')
      isDate = true
      sum += value.getTime()
    } else sum += number(value, '$add')
  }
  return isDate ? new Date(Math.round(sum)) : sum
}

function subtract(a: unknown, b: unknown): unknown {
  if (a instanceof Date) {
    return b instanceof Date
      ? a.getTime() - b.getTime()
      : new Date(Math.round(a.getTime() - number(b, '$subtract')))
  }
  if (b instanceof Date) throw requestFailed("can't $subtract a date from a number")
  return number(a, '$subtract') - number(b, '$subtract')
}

function multiply(...values: unknown[]): unknown {
  let product = 1
  for (const value of values) {
    if (isNil(value)) return null
    product *= number(value, '$multiply')
  }
  return product
}

function divide(a: unknown, b: unknown): number {
  const [dividend, divisor] = [number(a, '$divide'), number(b, '$divide')]
  if (divisor === 0) throw requestFailed("can't $divide by zero")
  return dividend / divisor
}

function remainder(a: unknown, b: unknown): number {
  const [dividend, divisor] = [number(a, '$mod'), number(b, '$mod')]
  if (divisor === 0) throw requestFailed("can't $mod by zero")
  return dividend % divisor
}

function power(a: unknown, b: unknown): number {
  const [base, exponent] = [number(a, '$pow'), number(b, '$pow')]
  if (base === 0 && exponent < 0) throw requestFailed('$pow cannot take a base of 0 and a negative exponent')
  return base ** exponent
}

function logarithm(a: unknown, b: unknown): number {
  const [argument, base] = [number(a, '$log'), number(b, '$log')]
  if (argument <= 0) throw requestFailed(`$log's argument must be a positive number, but is ${argument}`)
  if (base <= 0 || base === 1) throw requestFailed(`$log's base must be a positive number not equal to 1`)
  return Math.log(argument) / Math.log(base)
}

function positive(name: string, run: (value: number) => number): [string, ExpressionOperator] {
  return ofOne(name, (value) => {
    if (value <= 0) throw requestFailed(`${name}'s argument must be a positive number, but is ${value}`)
    return run(value)
  })
}

function root(value: number): number {
  if (value < 0) throw requestFailed("$sqrt's argument must be greater than or equal to 0")
  return Math.sqrt(value)
}

/** A half goes to the even neighbour, as IEEE 754 and MongoDB's `$round` do. */
function halfToEven(value: number): number {
  const floor = Math.floor(value)
  if (value - floor !== 0.5) return Math.round(value)
  return floor % 2 === 0 ? floor : floor + 1
}

// Moves the decimal point without the error of multiplying: 1.005 × 100 is not 100.5 in floating point either way.
const shifted = (value: number, by: number): number => {
  const [digits = '', exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + by}`)
}

function atPlace(name: string, run: (value: number) => number): ExpressionOperator {
  return nullable(name, 1, 2, (value, place = 0) => {
    const by = whole(place, name)
    if (by <= -20 || by >= 100) throw requestFailed(`cannot apply ${name} with precision value ${by}`)
    const exact = number(value, name)
    if (!Number.isFinite(exact)) return exact
    return shifted(run(shifted(exact, by)), -by)
  })
}

export const arithmetic: Record<string, ExpressionOperator> = Object.fromEntries([
  ofOne('$abs', Math.abs),
  ofOne('$ceil', Math.ceil),
  ofOne('$floor', Math.floor),
  ofOne('$exp', Math.exp),
  ofOne('$sqrt', root),
  ofOne('$sin', Math.sin),
  ofOne('$cos', Math.cos),
  ofOne('$tan', Math.tan),
  ofOne('$asin', Math.asin),
  ofOne('$acos', Math.acos),
  ofOne('$atan', Math.atan),
  ofOne('$degreesToRadians', (value) => (value * Math.PI) / 180),
  ofOne('$radiansToDegrees', (value) => (value * 180) / Math.PI),
  positive('$ln', Math.log),
  positive('$log10', Math.log10),
  ['$add', fixed('$add', 0, Infinity, add)],
  ['$multiply', fixed('$multiply', 0, Infinity, multiply)],
  ['$subtract', nullable('$subtract', 2, 2, subtract)],
  ['$divide', nullable('$divide', 2, 2, divide)],
  ['$mod', nullable('$mod', 2, 2, remainder)],
  ['$pow', nullable('$pow', 2, 2, power)],
  ['$log', nullable('$log', 2, 2, logarithm)],
  ['$atan2', nullable('$atan2', 2, 2, (a, b) => Math.atan2(number(a, '$atan2'), number(b, '$atan2')))],
  ['$round', atPlace('$round', halfToEven)],
  ['$trunc', atPlace('$trunc', Math.trunc)],
  ['$rand', fixed('$rand', 0, 1, () => Math.random())],
])
