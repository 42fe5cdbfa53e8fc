import type { Document } from '../types'

/** The fields a query fixes by equality: what an upsert starts its new document from. */
export function equalityFields(query: Document): Document {
  const out: Document = {}
  for (const [field, condition] of Object.entries(query)) {
    if (field === '$and' && Array.isArray(condition)) {
      Object.assign(out, ...(condition as Document[]).map(equalityFields))
    } else if (!field.startsWith('$') && !field.includes('.')) {
      const isOperator =
        typeof condition === 'object' && condition !== null && Object.keys(condition)[0]?.startsWith('$')
      if (isOperator !== true) out[field] = condition
      else if ('$eq' in condition) out[field] = condition.$eq
    }
  }
  return out
}
