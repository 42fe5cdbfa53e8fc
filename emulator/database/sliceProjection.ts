import { requestFailed } from '../cloudError'
import type { Document } from '../types'

/** `{$slice: n}` or `{$slice: [skip, n]}` of a projection as the part of an array that stays. */
type Slice = (items: readonly unknown[]) => unknown[]

function integer(value: unknown): number {
  if (!Number.isInteger(value)) throw requestFailed('$slice takes whole numbers')
  return value as number
}

function sliceOf(argument: unknown): Slice {
  if (!Array.isArray(argument)) {
    const count = integer(argument)
    if (count === 0) return () => []
    return count > 0 ? (items) => items.slice(0, count) : (items) => items.slice(count)
  }
  if (argument.length !== 2) throw requestFailed('$slice takes one number, or an array of two')
  const skip = integer(argument[0])
  const count = integer(argument[1])
  if (count <= 0) throw requestFailed('the second number of $slice must be positive')
  return (items) => {
    // A negative skip counts from the end, and from the start when the array is shorter than that.
    const from = skip < 0 ? Math.max(0, items.length + skip) : skip
    return items.slice(from, from + count)
  }
}

/** The argument of a projection's `$slice`, boxed because it may be anything; undefined for another projection. */
function sliceArgument(value: unknown): { argument: unknown } | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const keys = Object.keys(value)
  return keys.length === 1 && keys[0] === '$slice' ? { argument: (value as Document).$slice } : undefined
}

function sliced(value: unknown, path: readonly string[], slice: Slice): unknown {
  const [head, ...rest] = path
  if (head === undefined) return Array.isArray(value) ? slice(value) : value
  if (Array.isArray(value)) return value.map((item) => sliced(item, path, slice))
  if (typeof value !== 'object' || value === null || !Object.prototype.hasOwnProperty.call(value, head))
    return value
  return { ...value, [head]: sliced((value as Document)[head], rest, slice) }
}

/** Takes the `$slice` entries out of a projection: the other entries, the paths, and what cuts a document there. */
export function sliceProjection(projection: Document): {
  others: Document
  paths: string[]
  cut: (doc: Document) => Document
} {
  const others: Document = {}
  const slices: { path: string; slice: Slice }[] = []
  for (const [path, value] of Object.entries(projection)) {
    const wanted = sliceArgument(value)
    if (wanted === undefined) others[path] = value
    else slices.push({ path, slice: sliceOf(wanted.argument) })
  }
  return {
    others,
    paths: slices.map(({ path }) => path),
    cut: (doc) =>
      slices.reduce((cut, { path, slice }) => sliced(cut, path.split('.'), slice) as Document, doc),
  }
}
