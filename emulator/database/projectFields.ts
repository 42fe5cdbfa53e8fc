import { requestFailed, unsupported } from '../cloudError'
import type { Document } from '../types'
import { sliceProjection } from './sliceProjection'

type Tree = Map<string, Tree | null>

function treeOf(paths: readonly string[]): Tree {
  const root: Tree = new Map()
  for (const path of paths) {
    let node: Tree = root
    const segments = path.split('.')
    for (const [i, segment] of segments.entries()) {
      const isLast = i === segments.length - 1
      const present = node.get(segment)
      if (present === null || (isLast && present !== undefined))
        throw requestFailed(`Path collision at ${path}`)
      const next: Tree | null = isLast ? null : (present ?? new Map<string, Tree | null>())
      node.set(segment, next)
      if (next !== null) node = next
    }
  }
  return root
}

function isPlainObject(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !(value instanceof Date) && !(value instanceof RegExp)
}

function include(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.filter(isPlainObject).map((item) => include(item, tree))
  if (!isPlainObject(value)) return undefined
  const out: Document = {}
  for (const key of Object.keys(value)) {
    const branch = tree.get(key)
    if (branch === undefined) continue
    const kept = branch === null ? value[key] : include(value[key], branch)
    if (kept !== undefined) out[key] = kept
  }
  return out
}

function exclude(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((item) => exclude(item, tree))
  if (!isPlainObject(value)) return value
  const out: Document = {}
  for (const key of Object.keys(value)) {
    const branch = tree.get(key)
    if (branch === null) continue
    out[key] = branch === undefined ? value[key] : exclude(value[key], branch)
  }
  return out
}

/** The projection of a query (`field()`): fields kept, left out or cut by `$slice`, in the document's own order. */
export function projectFields(projection: Document | undefined): (doc: Document) => Document {
  const { others, paths: slicedPaths, cut } = sliceProjection(projection ?? {})
  const entries = Object.entries(others)
  if (entries.length === 0) return slicedPaths.length === 0 ? (doc) => doc : cut
  for (const [path, value] of entries) {
    if (typeof value !== 'number' && typeof value !== 'boolean')
      throw unsupported(`the projection of '${path}'`)
  }
  const fields = entries.filter(([path]) => path !== '_id')
  const withId = entries.find(([path]) => path === '_id')?.[1]
  const kept = fields.filter(([, value]) => Boolean(value)).map(([path]) => path)
  const left = fields.filter(([, value]) => !value).map(([path]) => path)
  if (kept.length > 0 && left.length > 0)
    throw requestFailed('Cannot do exclusion and inclusion in one projection')
  const hidesId = withId !== undefined && !withId
  if (kept.length > 0 || (fields.length === 0 && !hidesId)) {
    const tree = treeOf([...(hidesId ? [] : ['_id']), ...kept, ...slicedPaths])
    return (doc) => cut(include(doc, tree) as Document)
  }
  const tree = treeOf(hidesId ? ['_id', ...left] : left)
  return (doc) => cut(exclude(doc, tree) as Document)
}
