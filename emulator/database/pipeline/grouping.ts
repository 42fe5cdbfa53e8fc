import { requestFailed } from '../../cloudError'
import type { Document } from '../../types'
import { compareValues } from '../compareValues'
import type { Compute } from '../expression/Compute'
import { compileExpression } from '../expression/compileExpression'
import { valueKey } from '../fieldPath'
import { isPlainObject } from '../isPlainObject'
import { sortDocuments } from '../sortDocuments'
import { accumulator, type Accumulator } from './accumulators'
import type { Rows, Stage } from './Stage'

interface Group {
  id: unknown
  fields: Accumulator[]
}

/** Groups in the order they first appear; a missing key is the same as null. */
function groupBy(idOf: Compute, output: Document, variables: Document): Rows {
  const names = Object.keys(output)
  const makers = names.map((name) => accumulator(name, output[name]))
  return (rows) => {
    const groups = new Map<string, Group>()
    for (const root of rows) {
      const scope = { root, variables }
      const id = idOf(scope) ?? null
      const key = valueKey(id)
      let group = groups.get(key)
      if (group === undefined) groups.set(key, (group = { id, fields: makers.map((make) => make()) }))
      for (const field of group.fields) field.add(scope)
    }
    return [...groups.values()].map(({ id, fields }) => {
      const out: Document = { _id: id }
      for (const [i, name] of names.entries()) out[name] = fields[i]?.result()
      return out
    })
  }
}

export const group: Stage = (specification, { variables }) => {
  if (!isPlainObject(specification)) throw requestFailed("a group's fields must be specified in an object")
  if (!('_id' in specification)) throw requestFailed('a group specification must include an _id')
  const { _id, ...output } = specification
  return groupBy(compileExpression(_id), output, variables)
}

export const sortByCount: Stage = (specification, { variables }) => {
  const isExpression =
    (typeof specification === 'string' && specification.startsWith('$')) || isPlainObject(specification)
  if (!isExpression)
    throw requestFailed('the sortByCount field must be a $-prefixed path or an expression object')
  const count = groupBy(compileExpression(specification), { count: { $sum: 1 } }, variables)
  return (rows) => sortDocuments(count(rows), { count: -1 })
}

function bucketOptions(specification: unknown, name: string, known: readonly string[]): Document {
  if (!isPlainObject(specification)) throw requestFailed(`Argument to ${name} stage must be an object`)
  const unknownName = Object.keys(specification).find((key) => !known.includes(key))
  if (unknownName !== undefined) throw requestFailed(`Unrecognized option to ${name}: ${unknownName}`)
  const { groupBy: by } = specification
  const isExpression = (typeof by === 'string' && by.startsWith('$')) || isPlainObject(by)
  if (!isExpression)
    throw requestFailed(`The ${name} 'groupBy' field must be a $-prefixed path or an expression`)
  return specification
}

const outputOf = ({ output }: Document): Document =>
  (output as Document | undefined) ?? { count: { $sum: 1 } }

export const bucket: Stage = (specification, { variables }) => {
  const options = bucketOptions(specification, '$bucket', ['groupBy', 'boundaries', 'default', 'output'])
  const { boundaries } = options
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw requestFailed("The $bucket 'boundaries' field must have at least 2 values")
  const bounds: unknown[] = boundaries
  if (bounds.some((bound, i) => i > 0 && compareValues(bounds[i - 1], bound) >= 0))
    throw requestFailed("The 'boundaries' option to $bucket must be sorted")
  const compute = compileExpression(options.groupBy)
  const boundOf: Compute = (scope) => {
    const value = compute(scope)
    const above = bounds.findIndex((bound) => compareValues(value, bound) < 0)
    if (above > 0) return bounds[above - 1]
    if ('default' in options) return options.default
    throw requestFailed(
      '$switch could not find a matching branch for an input, and no default was specified.',
    )
  }
  const rowsOf = groupBy(boundOf, outputOf(options), variables)
  return (rows) => rowsOf(rows).sort((a, b) => compareValues(a._id, b._id))
}

export const bucketAuto: Stage = (specification, { variables }) => {
  const options = bucketOptions(specification, '$bucketAuto', ['groupBy', 'buckets', 'output'])
  const most = options.buckets
  if (!Number.isInteger(most) || (most as number) <= 0)
    throw requestFailed("The $bucketAuto 'buckets' field must be a positive 32-bit integer")
  const compute = compileExpression(options.groupBy)
  const collect = groupBy(() => null, outputOf(options), variables)
  return (rows) => {
    const sorted = rows
      .map((root) => ({ root, value: compute({ root, variables }) ?? null }))
      .sort((a, b) => compareValues(a.value, b.value))
    const size = Math.max(1, Math.round(sorted.length / (most as number)))
    const out: Document[] = []
    for (let from = 0; from < sorted.length;) {
      let to = out.length === (most as number) - 1 ? sorted.length : Math.min(sorted.length, from + size)
      // Equal values stay together.
      while (to < sorted.length && compareValues(sorted[to]?.value, sorted[to - 1]?.value) === 0) to += 1
      const [found] = collect(sorted.slice(from, to).map(({ root }) => root))
      const max = sorted[Math.min(to, sorted.length - 1)]?.value
      out.push({ ...found, _id: { min: sorted[from]?.value, max } })
      from = to
    }
    return out
  }
}
