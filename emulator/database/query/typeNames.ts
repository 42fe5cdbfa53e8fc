import { requestFailed } from '../../cloudError'

const INT32 = 2147483647

/** The name MongoDB gives a value's type. A whole number is an int or long: its width on the wire is not kept. */
export function typeName(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'missing'
    case 'string':
      return 'string'
    case 'boolean':
      return 'bool'
    case 'number':
      if (!Number.isSafeInteger(value) || Object.is(value, -0)) return 'double'
      return value >= -INT32 - 1 && value <= INT32 ? 'int' : 'long'
    default:
  }
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  return value instanceof RegExp ? 'regex' : 'object'
}

const byNumber: Record<number, string> = {
  [-1]: 'minKey',
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  6: 'undefined',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  12: 'dbPointer',
  13: 'javascript',
  14: 'symbol',
  15: 'javascriptWithScope',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  127: 'maxKey',
}
const names = new Set([...Object.values(byNumber), 'number'])

/** The test of `$type`: names or numbers of types, one or several. */
export function typeTest(wanted: unknown): (value: unknown) => boolean {
  const list = (Array.isArray(wanted) ? wanted : [wanted]).map((each: unknown) => {
    const name = typeof each === 'number' ? byNumber[each] : each
    if (typeof name !== 'string' || !names.has(name))
      throw requestFailed(`Unknown type name alias: ${String(each)}`)
    return name
  })
  if (list.length === 0) throw requestFailed('$type must match at least one type')
  const accepted = new Set(list.flatMap((name) => (name === 'number' ? ['int', 'long', 'double'] : name)))
  return (value) => accepted.has(typeName(value))
}
