import type { Document } from '../types'
import { isPlainObject } from './isPlainObject'
import { setAt } from './update/setPath'

function equalities(query: Document): [string, unknown][] {
  return Object.entries(query).flatMap(([field, condition]): [string, unknown][] => {
    if (field === '$and' && Array.isArray(condition)) return (condition as Document[]).flatMap(equalities)
    if (field.startsWith('$') || condition instanceof RegExp) return []
    const isOperator = isPlainObject(condition) && Object.keys(condition)[0]?.startsWith('$') === true
    if (!isOperator) return [[field, condition]]
    return '$eq' in condition ? [[field, condition.$eq]] : []
  })
}

/** The fields a query fixes by equality: what an upsert starts its new document from. */
export function equalityFields(query: Document): Document {
  const out: Document = {}
  for (const [field, value] of equalities(query)) setAt(out, field, value)
  return out
}
