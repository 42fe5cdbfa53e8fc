import type { PostName, Standing } from '../org/member'
import type { BranchType, Day, OrganisationType } from '../org/organisation'
import type { RowReason } from '../contract/imports'

export type Cadre = 'section' | 'county'
/** 中心组 is a unit's and stands in no register of a branch. */
export type RegisterPost = Exclude<PostName, 'theory_group_member'>

/** F0002/大坪村: the number a household has in the county's own list, and its village. */
export interface HouseholdCode {
  code: string
  village: string
}

/** What a row says of a member, as far as the product keeps it. What is absent is left as it is. */
export interface MemberEntry {
  name: string
  phoneTail: string
  branch?: string
  group?: string
  standing?: Standing
  posts?: RegisterPost[]
  cadre?: Cadre
  /** First day in the branch. */
  since?: Day
  community?: string
  households?: HouseholdCode[]
}

export interface OrganisationEntry {
  name: string
  parent?: string
  type: OrganisationType
  branchType?: BranchType
  foundedOn?: Day
  termEndsOn?: Day
  hasCommittee?: boolean
  headcount?: number
}

interface At {
  sheet: string
  line: number
}
export interface MemberRow extends At {
  kind: 'member'
  entry: MemberEntry
}
export interface OrganisationRow extends At {
  kind: 'organisation'
  entry: OrganisationEntry
}
export interface StoppedRow extends At {
  kind: 'member' | 'organisation'
  stop: 'refuse' | 'skip'
  reason: RowReason
  name: string
  branch: string
}

/** A row as read, before it is held against the register: what it says, or why it says nothing. */
export type ReadRow = MemberRow | OrganisationRow | StoppedRow
