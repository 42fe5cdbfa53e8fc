import type { Cell } from '@domain/contract/keptLists'
import type { Day } from '@domain/time/day'
import { collection } from './collection'

/** A row of a kept list (domain/keptLists). `_id` is made of the nonce; what stands in it is changed over the version that was looked at. */
export interface StoredRow {
  _id: string
  list: string
  /** Whose list: a branch, a unit, the work committee. */
  organisationId: string
  cells: Cell[]
  /** Members it tells of. */
  memberIds: string[]
  /** The day it stands on, and by when it is due. */
  on: Day
  dueOn?: Day
  /** '' where the list has no states. */
  state: string
  stateOn: Day
  answer?: string
  /** In the first state, or in none: what a tile counts. */
  isCurrent: boolean
  /** How often it was written: 1 as it was entered. */
  version: number
  /** The request that wrote it last: a resend is known. */
  savedAs: string
  by: string
  /** When it was entered (ms); of one day what was entered last stands first. */
  at: number
  /** Present: 删去. */
  removed: { at: number; by: string } | null
  updatedAt: Date
}

export const listRows = collection<StoredRow>({
  bytes: 6_500,
  indexes: [
    { name: 'list', keys: ['organisationId', 'list', 'removed', 'on', 'at'] },
    { name: 'current', keys: ['organisationId', 'isCurrent', 'removed'] },
    { name: 'member', keys: ['memberIds'] },
  ],
})
