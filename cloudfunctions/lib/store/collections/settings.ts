import { collection } from './collection'
import type { RemindState } from './remindState'
import type { RollupState } from './rollupState'
import type { RanState, TrialState } from './runState'
import type { StoredSetup } from './setup'
import type { StoredWorkYear } from './workYears'

/** Rows of several kinds, each under an id of its own. */
export const settings = collection<
  RollupState | RemindState | StoredWorkYear | StoredSetup | RanState | TrialState
>({
  bytes: 400_000,
  indexes: [],
})
