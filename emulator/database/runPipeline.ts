import { requestFailed, unsupported } from '../cloudError'
import type { Document } from '../types'
import { isPlainObject } from './isPlainObject'
import type { PipelineSource, Rows, StageContext } from './pipeline/Stage'
import { stages } from './pipeline/stages'

function prepare(pipeline: readonly Document[], context: StageContext): Rows[] {
  return pipeline.map((stage) => {
    const [entry, ...others] = isPlainObject(stage) ? Object.entries(stage) : []
    if (entry === undefined || others.length > 0)
      throw requestFailed('A pipeline stage specification object must contain exactly one field.')
    const read = stages[entry[0]]
    if (read === undefined) throw unsupported(`the aggregation stage ${entry[0]}`)
    return read(entry[1], context)
  })
}

/**
 * Runs the stages over rows or a collection, undefined when there is none such. The leading `$match` picks its
 * documents through the indexes. Stored documents are read and never written to; rows may share parts with them.
 */
export function runPipeline(
  source: PipelineSource,
  over: Document[] | string,
  pipeline: readonly Document[],
  variables: Document = {},
): Document[] | undefined {
  const context: StageContext = {
    source,
    variables,
    run: (inner, innerPipeline, innerVariables) => runPipeline(source, inner, innerPipeline, innerVariables),
  }
  const prepared = prepare(pipeline, context)
  const query = pipeline[0]?.$match
  const rows = typeof over === 'string' ? source.candidates(over, (query ?? {}) as Document) : over
  return rows === undefined ? undefined : prepared.reduce((current, stage) => stage(current), rows)
}
