import type { Document } from '../../types'

/** What a pipeline may ask of the database: committed documents of a collection that may match. */
export interface PipelineSource {
  /** undefined when there is no such collection. */
  candidates(collection: string, query: Document): Document[] | undefined
  hasIndexOn(collection: string, field: string): boolean
}

export interface StageContext {
  source: PipelineSource
  /** Of an enclosing `$lookup`. */
  variables: Document
  /** Runs a pipeline inside this one, over rows at hand or over a collection; undefined when there is none such. */
  run: (
    over: Document[] | string,
    pipeline: readonly Document[],
    variables: Document,
  ) => Document[] | undefined
}

export type Rows = (rows: Document[]) => Document[]

/** Reads a stage's specification, refusing what is wrong with it before there is a row. */
export type Stage = (specification: unknown, context: StageContext) => Rows
