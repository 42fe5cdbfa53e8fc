import { requestFailed } from '../../cloudError'
import type { Document } from '../../types'
import { compileExpression } from '../expression/compileExpression'
import { valueKey, valuesAt } from '../fieldPath'
import { isPlainObject } from '../isPlainObject'
import { matcher } from '../matcher'
import { withValue } from '../withValue'
import type { PipelineSource, Stage } from './Stage'

interface ByField {
  from: string
  localField: string
  foreignField: string
}

/** Of an array its elements count, each by itself; a missing field counts as null. */
function localKeys(row: Document, path: readonly string[]): unknown[] {
  const values = valuesAt(row, path)
  return values.some((value) => Array.isArray(value))
    ? values.filter((value) => !Array.isArray(value))
    : values
}

/** Joins by equality: through an index when the other side has one, else through one pass over it. */
function joinByField(
  source: PipelineSource,
  rows: Document[],
  { from, localField, foreignField }: ByField,
): Document[][] {
  const local = localField.split('.')
  if (source.hasIndexOn(from, foreignField)) {
    return rows.map((row) => {
      const query = { [foreignField]: { $in: localKeys(row, local) } }
      return (source.candidates(from, query) ?? []).filter(matcher(query))
    })
  }
  const byKey = new Map<string, Document[]>()
  for (const doc of source.candidates(from, {}) ?? []) {
    for (const key of new Set(valuesAt(doc, foreignField.split('.')).map(valueKey))) {
      const list = byKey.get(key)
      if (list === undefined) byKey.set(key, [doc])
      else list.push(doc)
    }
  }
  return rows.map((row) => [
    ...new Set(localKeys(row, local).flatMap((value) => byKey.get(valueKey(value)) ?? [])),
  ])
}

interface Specification extends Partial<ByField> {
  from: string
  as: string[]
  bound: Document
  pipeline?: Document[]
}

function read(specification: unknown): Specification {
  if (!isPlainObject(specification)) throw requestFailed('the $lookup stage specification must be an object')
  const { from, as, localField, foreignField, let: bound = {}, pipeline, ...rest } = specification
  const [unknownName] = Object.keys(rest)
  if (unknownName !== undefined) throw requestFailed(`unknown argument to $lookup: ${unknownName}`)
  if (typeof from !== 'string' || typeof as !== 'string' || as === '')
    throw requestFailed("$lookup needs 'from' and 'as'")
  const hasFields = typeof localField === 'string' && typeof foreignField === 'string'
  if (!hasFields && (localField !== undefined || foreignField !== undefined || pipeline === undefined))
    throw requestFailed('$lookup requires localField and foreignField, both strings, or a pipeline')
  if (pipeline !== undefined && !Array.isArray(pipeline))
    throw requestFailed('the $lookup pipeline must be an array')
  if (!isPlainObject(bound)) throw requestFailed("$lookup argument 'let' must be an object")
  return {
    from,
    as: as.split('.'),
    bound,
    ...(hasFields ? { localField, foreignField } : {}),
    ...(pipeline === undefined ? {} : { pipeline: pipeline as Document[] }),
  }
}

export const lookup: Stage = (specification, { source, variables, run }) => {
  const { from, as, bound, localField, foreignField, pipeline } = read(specification)
  const variablesOf = Object.entries(bound).map(([name, value]) => [name, compileExpression(value)] as const)
  return (rows) => {
    const joined =
      localField === undefined || foreignField === undefined
        ? undefined
        : joinByField(source, rows, { from, localField, foreignField })
    return rows.map((root, i) => {
      if (pipeline === undefined) return withValue(root, as, joined?.[i] ?? [])
      const own = variablesOf.map(([name, compute]) => [name, compute({ root, variables }) ?? null] as const)
      const inner = { ...variables, ...Object.fromEntries(own) }
      return withValue(root, as, run(joined?.[i] ?? from, pipeline, inner) ?? [])
    })
  }
}
