import { requestFailed, unsupported } from '../../cloudError'
import type { Document } from '../../types'
import { cloneValue } from '../cloneValue'
import { assertStorable } from '../assertStorable'
import { arrayOperators } from './arrayOperators'
import { fieldOperators, type UpdateContext, type UpdateOperator } from './fieldOperators'
import { splitPath } from './setPath'

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
      splitPath(path)
      if (path === '_id' || path.startsWith('_id.'))
        throw requestFailed("Performing an update on the path '_id' would modify the immutable field '_id'")
      paths.push(path)
      if (name === '$rename' && typeof argument === 'string') paths.push(argument)
      assertStorableArgument(name, argument)
      steps.push({ operator, path, argument })
    }
  }
  refuseConflicts(paths)
  return steps
}

function assertStorableArgument(name: string, argument: unknown): void {
  const stored = ['$set', '$setOnInsert', '$min', '$max'].includes(name)
  if (stored && typeof argument === 'object' && argument !== null) assertStorable({ value: argument })
}

/** The document after the update; the one given stays as it is, also when an operator throws half-way. */
export function applyUpdate(doc: Document, steps: readonly Step[], context: UpdateContext): Document {
  const next = cloneValue(doc)
  for (const { operator, path, argument } of steps) operator(next, path, cloneValue(argument), context)
  return next
}
