import type { OrganisationChange } from '@domain/contract/organisation'
import type { ChangeRefusal } from '@domain/contract/words'
import type { Day } from '@domain/time/day'
import { collection } from './collection'

/**
 * A change of the tree that was said yes to. It waits for its day with nothing of it written, and can be cancelled; then it is open until all of
 * its documents are written, and kept as what was done.
 */
export interface StoredChange {
  /** Of the request: a resend goes on with the same one. */
  _id: string
  change: OrganisationChange
  on: Day
  /** memberId of who asked; of someone outside the register as nameForRecords says it. */
  by: string
  at: number
  state: 'waiting' | 'open' | 'done' | 'cancelled'
  /** Another change came first and left nothing to do: why. What was written before that stays. */
  refused?: ChangeRefusal
  updatedAt: Date
}

export const organisationChanges = collection<StoredChange>({
  bytes: 6_000,
  indexes: [{ name: 'state', keys: ['state', 'at'] }],
})
