import { requestFailed, unsupported } from '../../cloudError'
import type { Document } from '../../types'
import { cloneValue } from '../cloneValue'
import { compareValues } from '../compareValues'
import { assertStorable } from '../assertStorable'
import { arrayOperators } from './arrayOperators'
import { fieldOperators, type UpdateContext, type UpdateOperator } from './fieldOperators'
import { assertUpdatePath, expandPath } from './expandPath'

const operators: Record<string, UpdateOperator> = { ...fieldOperators, ...arrayOperators }

interface Step {
  operator: UpdateOperator
  path: string
  argument: unknown
}

function refuseConflicts(paths: readonly string[]): void {
  const sorted = [...paths].sort()
  for (const [i, path] of sorted.entries()) {
    const next = sorted.slice(i + 1).find((other) => other === path || other.startsWith(`${path}.`))
    if (next !== undefined)
      throw requestFailed(`Updating the path '${next}' would create a conflict at '${path}'`)
  }
}

/** Everything that can be known without a document is refused here, before any is touched. */
export function parseUpdate(update: Document): Step[] {
  const steps: Step[] = []
  const paths: string[] = []
  if (Object.keys(update).length === 0) throw requestFailed('an update must name at least one operator')
  for (const [name, fields] of Object.entries(update)) {
    if (!name.startsWith('$'))
      throw requestFailed(`the update operation document must contain atomic operators, found '${name}'`)
    const operator = operators[name]
    if (operator === undefined) throw unsupported(`the update operator ${name}`)
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
      throw requestFailed(`Modifiers operate on fields but ${name} was given another type`)
    }
    for (const [path, argument] of Object.entries(fields as Document)) {
      assertUpdatePath(path)
      paths.push(path)
      if (name === '$rename') paths.push(...renamed(path, argument))
      assertStorableArgument(name, argument)
      steps.push({ operator, path, argument })
    }
  }
  refuseConflicts(paths)
  return steps.sort((a, b) => comparePaths(a.path, b.path))
}

function renamed(path: string, argument: unknown): string[] {
  if (typeof argument !== 'string')
    throw requestFailed(`The 'to' field for $rename must be a string: ${path}`)
  assertUpdatePath(argument)
  if (`${path}.${argument}`.includes('$')) throw requestFailed('$rename may not be dynamic (no positional $)')
  return [argument]
}

/** New fields come into a document by name, and by number where both are positions. */
function comparePaths(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')]
  for (const [i, segment] of left.entries()) {
    const other = right[i]
    if (other === undefined) return 1
    const areNumbers = /^\d+$/.test(segment) && /^\d+$/.test(other)
    const order = areNumbers ? Number(segment) - Number(other) : compareValues(segment, other)
    if (order !== 0) return order
  }
  return left.length - right.length
}

function assertStorableArgument(name: string, argument: unknown): void {
  const stored = ['$set', '$setOnInsert', '$min', '$max'].includes(name)
  if (stored && typeof argument === 'object' && argument !== null) assertStorable({ value: argument })
}

/** The document after the update; the one given stays as it is, also when an operator throws half-way. */
export function applyUpdate(doc: Document, steps: readonly Step[], context: UpdateContext): Document {
  const next = cloneValue(doc)
  for (const { operator, path, argument } of steps) {
    // Positions are those of the document that matched, not of one half changed.
    const paths = path.includes('$') ? expandPath(doc, path, context.query) : [path]
    for (const each of paths) operator(next, each, cloneValue(argument), context)
  }
  if (doc._id !== undefined && compareValues(doc._id, next._id) !== 0)
    throw requestFailed("Performing an update on the path '_id' would modify the immutable field '_id'")
  return next
}
