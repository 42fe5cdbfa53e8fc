import type { Document } from '../types'
import { compileQuery } from './query/compileQuery'

/** The test of a query; a query that cannot be understood is refused here, not at the first document. */
export function matcher(query: Document, variables: Document = {}): (doc: Document) => boolean {
  if (Object.keys(query).length === 0) return () => true
  const test = compileQuery(query)
  return (doc) => test(doc, variables)
}
