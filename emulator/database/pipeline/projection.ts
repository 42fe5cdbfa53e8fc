import { requestFailed } from '../../cloudError'
import type { Document } from '../../types'
import type { Compute, Scope } from '../expression/Compute'
import { compileExpression } from '../expression/compileExpression'
import { isPlainObject } from '../isPlainObject'
import type { Stage } from './Stage'

type Node = 'keep' | 'drop' | { compute: Compute } | { tree: Tree }
type Tree = Map<string, Node>

function place(tree: Tree, path: readonly string[], node: Node, whole: string): void {
  const [name = '', ...rest] = path
  if (name === '' || name.startsWith('$')) throw requestFailed(`invalid field path '${whole}'`)
  const present = tree.get(name)
  if (rest.length === 0) {
    if (present !== undefined)
      throw requestFailed(`Invalid $project :: caused by :: Path collision at ${whole}`)
    tree.set(name, node)
    return
  }
  if (present !== undefined && (typeof present === 'string' || !('tree' in present)))
    throw requestFailed(`Invalid $project :: caused by :: Path collision at ${whole}`)
  const branch = present ?? { tree: new Map<string, Node>() }
  tree.set(name, branch)
  place(branch.tree, rest, node, whole)
}

const isSubProjection = (value: unknown): value is Document =>
  isPlainObject(value) && Object.keys(value)[0]?.startsWith('$') !== true

function nodeOf(value: unknown, computesAll: boolean): Node {
  if (!computesAll && (typeof value === 'number' || typeof value === 'boolean'))
    return value ? 'keep' : 'drop'
  return { compute: compileExpression(value) }
}

/** `computesAll`: numbers and booleans are values, as in `$addFields`, and not yes or no. */
function treeOf(
  specification: unknown,
  computesAll: boolean,
  tree: Tree = new Map(),
  prefix: string[] = [],
): Tree {
  if (!isPlainObject(specification) || Object.keys(specification).length === 0)
    throw requestFailed('a projection specification must be an object with at least one field')
  for (const [name, value] of Object.entries(specification)) {
    const path = [...prefix, ...name.split('.')]
    if (isSubProjection(value) && Object.keys(value).length > 0) treeOf(value, computesAll, tree, path)
    else place(tree, path, nodeOf(value, computesAll), path.join('.'))
  }
  return tree
}

function kinds(tree: Tree, isRoot = true): Set<string> {
  const found = new Set<string>()
  for (const [name, node] of tree) {
    if (typeof node === 'string') {
      if (!(isRoot && name === '_id')) found.add(node)
    } else if ('compute' in node) found.add('compute')
    else for (const kind of kinds(node.tree, false)) found.add(kind)
  }
  return found
}

function kept(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value))
    return value.filter((item) => typeof item === 'object' && item !== null).map((item) => kept(item, tree))
  if (!isPlainObject(value)) return undefined
  const out: Document = {}
  for (const [name, item] of Object.entries(value)) {
    const node = tree.get(name)
    if (node === 'keep') out[name] = item
    else if (typeof node === 'object' && 'tree' in node) {
      const inner = kept(item, node.tree)
      if (inner !== undefined) out[name] = inner
    }
  }
  return out
}

function dropped(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((item) => dropped(item, tree))
  if (!isPlainObject(value)) return value
  const out: Document = {}
  for (const [name, item] of Object.entries(value)) {
    const node = tree.get(name)
    if (node === 'drop') continue
    out[name] = typeof node === 'object' && 'tree' in node ? dropped(item, node.tree) : item
  }
  return out
}

const computes = (node: Node): boolean =>
  typeof node === 'object' && ('compute' in node || [...node.tree.values()].some(computes))

/** With the computed fields set; through arrays element by element, what is no subdocument becomes one. */
function computed(value: unknown, tree: Tree, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((item) => computed(item, tree, scope))
  const out: Document = isPlainObject(value) ? { ...value } : {}
  for (const [name, node] of tree) {
    if (typeof node === 'string' || !computes(node)) continue
    const next = 'compute' in node ? node.compute(scope) : computed(out[name], node.tree, scope)
    if (next === undefined) Reflect.deleteProperty(out, name)
    else out[name] = next
  }
  return out
}

export const project: Stage = (specification, { variables }) => {
  const tree = treeOf(specification, false)
  const found = kinds(tree)
  const dropsId = tree.get('_id') === 'drop'
  const isExclusion = found.has('drop') || (dropsId && found.size === 0)
  if (isExclusion) {
    if (found.has('keep') || found.has('compute') || tree.get('_id') === 'keep')
      throw requestFailed(
        'Invalid $project :: caused by :: Cannot do inclusion and exclusion in one projection',
      )
    return (rows) => rows.map((row) => dropped(row, tree) as Document)
  }
  if (!tree.has('_id')) tree.set('_id', 'keep')
  return (rows) =>
    rows.map((root) => {
      const out = kept(root, tree)
      return (found.has('compute') ? computed(out, tree, { root, variables }) : out) as Document
    })
}

export const addFields: Stage = (specification, { variables }) => {
  const tree = treeOf(specification, true)
  return (rows) => rows.map((root) => computed(root, tree, { root, variables }) as Document)
}

export const unset: Stage = (specification) => {
  const names = Array.isArray(specification) ? specification : [specification]
  const tree: Tree = new Map()
  for (const name of names as unknown[]) {
    if (typeof name !== 'string' || name === '')
      throw requestFailed('$unset takes a string or an array of strings')
    place(tree, name.split('.'), 'drop', name)
  }
  if (names.length === 0)
    throw requestFailed('$unset specification must be a string or an array with at least one field')
  return (rows) => rows.map((row) => dropped(row, tree) as Document)
}
