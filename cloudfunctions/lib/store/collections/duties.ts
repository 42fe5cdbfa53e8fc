import type { Duty } from '@domain/duty/duty'
import { collection } from './collection'

/** A version of a rule as it is kept: `_id` is `id@version`, so of two changes on top of one version only the first finds the key free. */
export interface StoredDuty extends Duty {
  /** Made from the OPENID and the nonce of the request that saved it; the versions a county starts with have none. */
  savedAs?: string
  savedAt?: number
  /** memberId of who saved it. */
  savedBy?: string
}

export const duties = collection<StoredDuty & { updatedAt?: Date }>({
  bytes: 3_000,
  indexes: [],
})
