/** MongoDB's order of types, lowest first; what it holds for equal shares a place. */
export function typeRank(value: unknown): number {
  switch (typeof value) {
    case 'undefined':
      return 0
    case 'number':
      return 10
    case 'string':
      return 15
    case 'boolean':
      return 40
    default:
  }
  if (value === null) return 5
  if (Array.isArray(value)) return 25
  if (value instanceof Date) return 45
  return value instanceof RegExp ? 50 : 20
}

const order = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0)

// NaN is the lowest of numbers and equal to itself.
function compareNumbers(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return order(Number.isNaN(a) ? 0 : 1, Number.isNaN(b) ? 0 : 1)
  return order(a, b)
}

const SURROGATES = 0xd800
// UTF-8 puts the characters written as surrogate pairs after all others; UTF-16 does not.
const utf8Place = (unit: number): number =>
  unit < SURROGATES ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800

/** Strings compare by their UTF-8 bytes, without a locale. */
function compareStrings(a: string, b: string): number {
  if (a === b) return 0
  const end = Math.min(a.length, b.length)
  for (let i = 0; i < end; i += 1) {
    const left = a.charCodeAt(i)
    const right = b.charCodeAt(i)
    if (left !== right) return order(utf8Place(left), utf8Place(right))
  }
  return order(a.length, b.length)
}

function compareArrays(a: readonly unknown[], b: readonly unknown[]): number {
  const end = Math.min(a.length, b.length)
  for (let i = 0; i < end; i += 1) {
    const comparison = compareValues(a[i], b[i])
    if (comparison !== 0) return comparison
  }
  return order(a.length, b.length)
}

/** Field by field in their own order: type first, then name, then value. */
function compareObjects(a: object, b: object): number {
  const left = Object.entries(a).filter(([, value]) => value !== undefined)
  const right = Object.entries(b).filter(([, value]) => value !== undefined)
  for (const [i, [name, value]] of left.entries()) {
    const other = right[i]
    if (other === undefined) return 1
    const comparison =
      order(typeRank(value), typeRank(other[1])) ||
      compareStrings(name, other[0]) ||
      compareValues(value, other[1])
    if (comparison !== 0) return comparison
  }
  return left.length < right.length ? -1 : 0
}

/** MongoDB's total order of values, across types too; a missing value comes before null. */
export function compareValues(a: unknown, b: unknown): number {
  const rank = typeRank(a)
  const difference = order(rank, typeRank(b))
  if (difference !== 0) return difference
  switch (rank) {
    case 10:
      return compareNumbers(a as number, b as number)
    case 15:
      return compareStrings(a as string, b as string)
    case 20:
      return compareObjects(a as object, b as object)
    case 25:
      return compareArrays(a as unknown[], b as unknown[])
    case 40:
      return order(Number(a), Number(b))
    case 45:
      return order((a as Date).getTime(), (b as Date).getTime())
    case 50:
      return compareStrings(String(a), String(b))
    default:
      return 0
  }
}
