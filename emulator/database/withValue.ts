import type { Document } from '../types'
import { isPlainObject } from './isPlainObject'

/** A copy with the value set, or taken away when it is undefined; what lies beside the path is shared. */
export function withValue(row: Document, path: readonly string[], value: unknown): Document {
  const [name = '', ...rest] = path
  const out = { ...row }
  if (rest.length > 0) {
    const inner = out[name]
    if (isPlainObject(inner) || value !== undefined)
      out[name] = withValue(isPlainObject(inner) ? inner : {}, rest, value)
  } else if (value === undefined) Reflect.deleteProperty(out, name)
  else out[name] = value
  return out
}
