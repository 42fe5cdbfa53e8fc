import type { Document } from '../../types'

interface CommonCase {
  /** The page of MongoDB's manual that says so. */
  page: string
  it: string
  /** The library mingo 7, often used in MongoDB's place, answers otherwise. */
  differs?: true
}

/** Either what comes back or a part of the refusal. */
type Outcome<T> = { gives: T; refuses?: undefined } | { gives?: undefined; refuses: string }

/** `gives` names the documents found by their place in `docs`, from 0. */
export type QueryCase = CommonCase & { docs: Document[]; query: Document; order?: Document } & Outcome<
    number[]
  >

/** `doc` null: there is none yet, and the update is an upsert. */
export type UpdateCase = CommonCase & {
  doc: Document | null
  query?: Document
  update: Document
} & Outcome<Document>

export type StageCase = CommonCase & {
  docs: Document[]
  pipeline: Document[]
  others?: Document[]
} & Outcome<Document[]>

/** `gives` undefined: the value is missing. */
export type ExpressionCase = CommonCase & { doc?: Document; expression: unknown } & Outcome<unknown>
