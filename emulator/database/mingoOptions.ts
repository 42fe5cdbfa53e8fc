import { Context } from 'mingo'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as stages from 'mingo/operators/pipeline'
import * as conditions from 'mingo/operators/query'
import type { Options } from 'mingo/types'
import type { Document } from '../types'
import { cloneValue } from './cloneValue'

type Stage = typeof stages.$addFields

/** Whether a stage reaches into subdocuments: mingo then writes into objects it shares with its input. */
function reachesInside(specification: unknown): boolean {
  if (typeof specification === 'string') return specification.includes('.')
  if (Array.isArray(specification)) return specification.some(reachesInside)
  const { path } = specification as { path?: unknown }
  if (typeof path === 'string') return path.includes('.')
  return Object.entries(specification as Document).some(
    ([key, value]) =>
      key.includes('.') || (typeof value === 'object' && value !== null && !isExpression(value)),
  )
}

const isExpression = (value: object) =>
  Array.isArray(value) || Object.keys(value)[0]?.startsWith('$') === true

/** Keeps stored documents, and rows that share subdocuments, from being written to. */
function onCopies(stage: Stage): Stage {
  return (rows, specification, options) => {
    const copy = reachesInside(specification) ? cloneValue<Document> : (row: Document) => ({ ...row })
    return stage(rows.map(copy as never), specification, options)
  }
}

/** mingo orders included fields by name; the specification's order, `_id` first, is nearer to MongoDB's. */
const projectInOrder: Stage = (rows, specification, options) => {
  const order = [...new Set(['_id', ...Object.keys(specification).map((key) => key.split('.')[0] ?? key)])]
  const inOrder = (row: Document): Document => {
    const out: Document = {}
    for (const key of order) if (row[key] !== undefined) out[key] = row[key]
    return Object.assign(out, row)
  }
  return onCopies(stages.$project)(rows, specification, options).map(inOrder as never)
}

const context = Context.init({
  accumulator: accumulators,
  // Code from a query is never run.
  expression: { ...expressions, $function: undefined } as never,
  query: { ...conditions, $where: undefined, $jsonSchema: undefined } as never,
  pipeline: {
    $match: stages.$match,
    $group: stages.$group,
    $sort: stages.$sort,
    $limit: stages.$limit,
    $skip: stages.$skip,
    $count: stages.$count,
    $sample: stages.$sample,
    $sortByCount: stages.$sortByCount,
    $bucket: stages.$bucket,
    $replaceRoot: stages.$replaceRoot,
    $replaceWith: stages.$replaceWith,
    $project: projectInOrder,
    $addFields: onCopies(stages.$addFields),
    $set: onCopies(stages.$set),
    $unset: onCopies(stages.$unset as unknown as Stage),
    $unwind: onCopies(stages.$unwind as unknown as Stage),
  },
})

export const mingoOptions: Partial<Options> = { context, scriptEnabled: false }

/** Stages answered here or by the pipeline runner; any other is refused. */
export const knownStages: ReadonlySet<string> = new Set([
  '$match',
  '$group',
  '$sort',
  '$limit',
  '$skip',
  '$count',
  '$sample',
  '$sortByCount',
  '$bucket',
  '$replaceRoot',
  '$replaceWith',
  '$project',
  '$addFields',
  '$set',
  '$unset',
  '$unwind',
  '$lookup',
])
