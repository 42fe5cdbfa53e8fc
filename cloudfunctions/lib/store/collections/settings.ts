import type { RollupState } from './rollupState'
import type { RemindState } from './remindState'
import type { StoredWorkYear } from './workYears'
import { collection } from './collection'

/** Rows of several kinds, each under an id of its own. */
export const settings = collection<RollupState | RemindState | StoredWorkYear>({
  bytes: 400_000,
  indexes: [],
})
