import type { Document } from '../../types'
import { isPlainObject } from '../isPlainObject'

export type Test = (value: unknown) => boolean

function own(container: Document | unknown[], name: string): unknown {
  if (Array.isArray(container)) return /^\d+$/.test(name) ? container[Number(name)] : undefined
  return Object.prototype.hasOwnProperty.call(container, name) ? container[name] : undefined
}

/** Where the path ends: `expand` also looks at each element of an array found there, then at the array itself. */
function atLeaf(value: unknown, expand: boolean, test: Test): boolean {
  return (expand && Array.isArray(value) && value.some(test)) || test(value)
}

/** `segment` names a position or a field of the elements; arrays directly inside arrays are reached by position only. */
function inArray(
  items: unknown[],
  path: readonly string[],
  at: number,
  expand: boolean,
  test: Test,
): boolean {
  return items.some((item, i) => {
    if (isPlainObject(item) && someElement(item, path, expand, test, at)) return true
    if (path[at] !== String(i)) return false
    if (at === path.length - 1) return test(item)
    return (isPlainObject(item) || Array.isArray(item)) && someElement(item, path, expand, test, at + 1)
  })
}

/**
 * Whether some value that a query on `path` looks at passes the test. A missing one is tested as undefined, but
 * elements of an array that cannot have the field are passed over, as MongoDB does.
 */
export function someElement(
  doc: Document | unknown[],
  path: readonly string[],
  expand: boolean,
  test: Test,
  at = 0,
): boolean {
  const value = own(doc, path[at] ?? '')
  if (at === path.length - 1) return atLeaf(value, expand, test)
  if (Array.isArray(value)) return inArray(value as unknown[], path, at + 1, expand, test)
  return isPlainObject(value) ? someElement(value, path, expand, test, at + 1) : test(undefined)
}
