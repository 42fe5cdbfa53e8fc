import type { Viewed } from '@domain/access/viewTable'
import type { Role } from '@domain/contract/identity'
import { collection } from './collection'

/** As what somebody looked: by a right, or as a member who runs a meeting, sits in a 中心组 or is asked to confirm. */
export type ViewedAs = Role | 'member'

/** 谁看过: one row for a viewer, branch and day, `viewerId_branchId_day`. Kept a year. No name stands in it. */
export interface View {
  _id: string
  /** memberId; of a person outside the register the identity's `requestId`. */
  viewerId: string
  /** As what they could see it. */
  role: ViewedAs
  branchId: string
  on: string
  /** The first time that day (ms). */
  at: number
  /** What was looked at of the whole branch. */
  what: Viewed[]
  /** What of some members only, as someOf says it. */
  some?: string[]
  updatedAt: Date
}

/** How `some` names what was looked at of whom. */
export const someOf = (what: Viewed, memberId: string): string => `${what} ${memberId}`

export const views = collection<View>({
  bytes: 15_000,
  indexes: [
    { name: 'branch', keys: ['branchId', 'on'] },
    { name: 'age', keys: ['at'] },
  ],
})
