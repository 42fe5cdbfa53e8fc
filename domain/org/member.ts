import type { Day } from './organisation'

/** 正式党员 or 预备党员; a probationary member has no vote. */
export type Standing = 'full' | 'probationary'

/** 党内职务 held in the branch or group; a right follows from it only between its dates. */
export type PostName =
  | 'secretary'
  | 'deputy_secretary'
  | 'organisation_officer'
  | 'publicity_officer'
  | 'committee_member'
  | 'group_leader'
  /** 中心组成员 of a unit: its theory study is owed and attended by these, not by a branch's members. */
  | 'theory_group_member'

export interface Post {
  post: PostName
  organisationId: string
  from: Day
  to?: Day
}

/** Where a member belonged, last entry last; `to` is the last day (inclusive). A transfer appends an entry. */
export interface Membership {
  branchId: string
  groupId?: string
  from: Day
  to?: Day
  /** Arrived from outside the county on `from`: only then is the running period pro-rated. */
  fromOutside?: boolean
}

/** The bare category; a diagnosis has no field (RULES.md 3). */
export type ExemptionCategory =
  'old_age' | 'health' | 'maternity' | 'abroad' | 'resident_in_village' | 'mobile'

/** 联系点 (DUTIES row 26): the branch a leader is linked with, where the lecture of row 9 is given. */
export interface ContactPoint {
  branchId: string
  from: Day
  to?: Day
}

export interface Exemption {
  category: ExemptionCategory
  from: Day
  to?: Day
  /** Duty ids lifted; absent: the default of the category (domain/duty/exemptionDefaults). */
  dutyIds?: string[]
}

export interface LinkedHousehold {
  householdId: string
  from: Day
  to?: Day
}

/** A member as the register knows them. No ID number, birth date, address or full phone number has a field. */
export interface Member {
  _id: string
  name: string
  /** Last four digits of the phone, for binding. */
  phoneTail: string
  standing: Standing
  /** Order in the branch's register: lists of people stand in it. */
  order: number
  memberships: Membership[]
  posts: Post[]
  /** 科级/县级 leading cadre: owes a lecture a year (DUTIES rows 8, 9). */
  cadre?: 'section' | 'county'
  contactPoints?: ContactPoint[]
  communityId?: string
  households: LinkedHousehold[]
  exemptions: Exemption[]
  /** Number shown inside a member code; means nothing outside. */
  alias: string
  /** Hex of the 32 random bytes under which this member's phone signs member codes. */
  codeKey: string
}
