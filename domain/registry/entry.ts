import type { RowKind, RowReason } from '../contract/imports'
import type { BranchType, Cadre, OrganisationType, PostName, Standing, UnitPost } from '../contract/words'
import type { Day } from '../time/day'
/** 中心组 and the committee of a 机关党委 are a unit's and stand in no register of a branch. */
export type RegisterPost = Exclude<PostName, 'theory_group_member' | UnitPost>

/** F0002/大坪村: the number a household has in the county's own list, and its village. */
export interface HouseholdCode {
  code: string
  village: string
}

/** What a row says of a member, as far as the product keeps it. What is absent is left as it is. */
export interface MemberEntry {
  name: string
  /** Last four digits; absent when the row has a short number of the office alone. */
  phoneTail?: string
  /** Keyed hash of the whole number, where the row has one and there is a key. */
  phoneHash?: string
  /** Four digits of a column that asks for a whole number: they find a person, and are never kept as digits of a mobile. */
  shortNumber?: string
  branch?: string
  group?: string
  standing?: Standing
  posts?: RegisterPost[]
  /** Posts of other organisations, as they are written: 党组书记. They give no right. */
  otherPosts?: string
  cadre?: Cadre
  /** First day in the branch. */
  since?: Day
  community?: string
  households?: HouseholdCode[]
  /** What was left out of the row because it does not touch who somebody is. */
  flaws?: RowReason[]
  /** Who of an earlier row is secretary of the same branch. */
  otherSecretary?: string
  /** Where an earlier row of another branch has the same name and digits. */
  sameAs?: string
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
  kind: RowKind
  stop: 'refuse' | 'skip'
  /** All that keeps the row from being taken. */
  reasons: RowReason[]
  name: string
  branch: string
}

/** A row as read, before it is held against the register: what it says, or why it says nothing. */
export type ReadRow = MemberRow | OrganisationRow | StoppedRow
