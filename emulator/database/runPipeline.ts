import { evalExpr } from 'mingo/core'
import { Aggregator } from 'mingo/aggregator'
import { collectionMissing, requestFailed, unsupported } from '../cloudError'
import type { Document } from '../types'
import { cloneValue } from './cloneValue'
import { valueKey, valuesAt } from './fieldPath'
import { asCloudError, matcher } from './matcher'
import { knownStages, mingoOptions } from './mingoOptions'

/** What a pipeline may ask of the database: committed documents of a collection that may match. */
export interface PipelineSource {
  /** undefined when there is no such collection. */
  candidates(collection: string, query: Document): Document[] | undefined
  hasIndexOn(collection: string, field: string): boolean
}

interface LookupStage {
  from: string
  as: string
  localField?: string
  foreignField?: string
  let?: Document
  pipeline?: Document[]
}

function stageOf(stage: Document): [string, unknown] {
  const [entry, ...others] = Object.entries(stage)
  if (entry === undefined || others.length > 0)
    throw requestFailed('A pipeline stage must have exactly one field')
  if (!knownStages.has(entry[0])) throw unsupported(`the aggregation stage ${entry[0]}`)
  return entry
}

function runStages(rows: Document[], stages: Document[], variables: Document): Document[] {
  if (stages.length === 0) return rows
  try {
    return new Aggregator(stages as never, { ...mingoOptions, variables }).run(rows as never)
  } catch (error) {
    throw asCloudError(error)
  }
}

/** Joins by equality: through an index when the other side has one, else through one pass over it. */
function joinByField(source: PipelineSource, rows: Document[], lookup: LookupStage): Document[][] {
  const { from, localField = '', foreignField = '' } = lookup
  const localKeys = (row: Document) => {
    const values = valuesAt(row, localField.split('.'))
    return values.length > 1 ? values.filter((value) => !Array.isArray(value)) : values
  }
  if (source.hasIndexOn(from, foreignField)) {
    return rows.map((row) => {
      const query = { [foreignField]: { $in: localKeys(row) } }
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
  return rows.map((row) => [...new Set(localKeys(row).flatMap((value) => byKey.get(valueKey(value)) ?? []))])
}

function runLookup(
  source: PipelineSource,
  rows: Document[],
  lookup: LookupStage,
  outer: Document,
): Document[] {
  if (typeof lookup.from !== 'string' || typeof lookup.as !== 'string' || lookup.as.includes('.')) {
    throw requestFailed("$lookup needs 'from' and a plain 'as'")
  }
  const byField = lookup.localField !== undefined && lookup.foreignField !== undefined
  if (!byField && lookup.pipeline === undefined)
    throw requestFailed('$lookup needs localField and foreignField, or pipeline')
  const joined = byField ? joinByField(source, rows, lookup) : undefined
  return rows.map((row, i) => {
    const variables = {
      ...outer,
      ...(evalExpr(row, lookup.let ?? {}, { ...mingoOptions, variables: outer } as never) as Document),
    }
    const found =
      lookup.pipeline === undefined
        ? (joined?.[i] ?? [])
        : runPipeline(source, lookup.from, lookup.pipeline, variables, joined?.[i])
    return { ...row, [lookup.as]: found.map(cloneValue) }
  })
}

/**
 * Runs the stages over a collection. The leading `$match` picks its documents through the indexes and `$lookup`
 * is done here; runs of other stages go to mingo. Stored documents are read and never written to.
 */
export function runPipeline(
  source: PipelineSource,
  collection: string,
  pipeline: readonly Document[],
  variables: Document = {},
  input?: Document[],
): Document[] {
  const stages = pipeline.map(stageOf)
  const first = stages[0]
  const query = first?.[0] === '$match' ? (first[1] as Document) : {}
  let rows = input ?? source.candidates(collection, query)
  if (rows === undefined) throw collectionMissing()
  let pending: Document[] = []
  for (const [name, specification] of stages) {
    if (name !== '$lookup') {
      pending.push({ [name]: specification })
      continue
    }
    rows = runLookup(source, runStages(rows, pending, variables), specification as LookupStage, variables)
    pending = []
  }
  return runStages(rows, pending, variables)
}
