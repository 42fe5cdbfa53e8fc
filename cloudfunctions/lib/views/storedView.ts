import type { Role } from '@domain/contract/identity'

/** What somebody looked at of a branch's members. */
export type Viewed = 'branch_page' | 'member_number' | 'roster' | 'export'

/** 谁看过: one row for a viewer, branch and day, `viewerId_branchId_day`. Kept a year. No name stands in it. */
export interface View {
  _id: string
  /** memberId; of a person outside the register the identity's `requestId`. */
  viewerId: string
  /** As what they could see it. */
  role: Role
  /** Of a group leader: the groups that were shown. */
  groupIds?: string[]
  branchId: string
  on: string
  /** The first time that day (ms). */
  at: number
  what: Viewed[]
  /** Whose numbers were opened one by one (member_number). */
  memberIds?: string[]
  updatedAt: Date
}
