import { Query } from 'mingo/query'
import { CloudError, requestFailed, unsupported } from '../cloudError'
import type { Document } from '../types'
import { mingoOptions } from './mingoOptions'

/** mingo's complaint in the cloud's form; an operator it lacks is named as unsupported. */
export function asCloudError(error: unknown): CloudError {
  if (error instanceof CloudError) return error
  const message = error instanceof Error ? error.message : String(error)
  const missing = /(?:unknown (?:top level|query) operator:?|accumulator|operator) '?(\$\w+)'?/.exec(
    message,
  )?.[1]
  return missing === undefined ? requestFailed(message) : unsupported(`the operator ${missing}`)
}

/** The test of a query; a query that cannot be understood is refused here, not at the first document. */
export function matcher(query: Document): (doc: Document) => boolean {
  if (Object.keys(query).length === 0) return () => true
  let compiled: Query
  try {
    compiled = new Query(query, mingoOptions)
  } catch (error) {
    throw asCloudError(error)
  }
  return (doc) => {
    try {
      return compiled.test(doc)
    } catch (error) {
      throw asCloudError(error)
    }
  }
}
