import { requestFailed } from '../../cloudError'
import type { Document } from '../../types'

type Container = Document | unknown[]

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null && !(value instanceof Date) && !(value instanceof RegExp)
}

function position(segment: string, path: string): number {
  if (!/^\d{1,6}$/.test(segment))
    throw requestFailed(`Cannot create field '${segment}' in an array (path '${path}')`)
  return Number(segment)
}

function splitPath(path: string): string[] {
  const segments = path.split('.')
  for (const segment of segments) {
    if (segment === '') throw requestFailed(`The update path '${path}' contains an empty field name`)
    if (segment === '__proto__') throw requestFailed('a field may not be named __proto__')
  }
  return segments
}

function read(container: Container, segment: string): unknown {
  if (Array.isArray(container)) return /^\d+$/.test(segment) ? container[Number(segment)] : undefined
  return Object.prototype.hasOwnProperty.call(container, segment) ? container[segment] : undefined
}

function assign(container: Container, segment: string, value: unknown, path: string): void {
  if (!Array.isArray(container)) {
    container[segment] = value
    return
  }
  const at = position(segment, path)
  while (container.length < at) container.push(null)
  container[at] = value
}

export function getAt(doc: Document, path: string): unknown {
  let value: unknown = doc
  for (const segment of splitPath(path)) {
    if (!isContainer(value)) return undefined
    value = read(value, segment)
  }
  return value
}

/** Sets a field and makes the objects on the way; a scalar or null on the way is MongoDB's error. */
export function setAt(doc: Document, path: string, value: unknown): void {
  const segments = splitPath(path)
  let container: Container = doc
  for (const segment of segments.slice(0, -1)) {
    let next = read(container, segment)
    if (next === undefined) {
      next = {}
      assign(container, segment, next, path)
    }
    if (!isContainer(next))
      throw requestFailed(`Cannot create field in element {${segment}: ${JSON.stringify(next)}}`)
    container = next
  }
  assign(container, segments[segments.length - 1] ?? '', value, path)
}

export function unsetAt(doc: Document, path: string): void {
  const segments = splitPath(path)
  let container: unknown = doc
  for (const segment of segments.slice(0, -1)) {
    if (!isContainer(container)) return
    container = read(container, segment)
  }
  const last = segments[segments.length - 1] ?? ''
  if (!isContainer(container) || read(container, last) === undefined) return
  // In an array MongoDB leaves null in the place, so that the others keep theirs.
  if (Array.isArray(container)) container[Number(last)] = null
  else Reflect.deleteProperty(container, last)
}
