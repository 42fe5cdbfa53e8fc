import type { Day } from '../time/day'

/** 正式党员 or 预备党员; a probationary member has no vote. */
export type Standing = 'full' | 'probationary'

/** 党内职务 held in the branch or group; a right follows from it only between its dates. */
export type PostName =
  | 'secretary'
  | 'deputy_secretary'
  | 'organisation_officer'
  | 'publicity_officer'
  /** 纪律检查委员: a 支委会 of an organ sets one (机关基层组织工作条例 art. 9). */
  | 'discipline_officer'
  | 'committee_member'
  | 'group_leader'
  /** 中心组成员 of a unit: its theory study is owed and attended by these, not by a branch's members. */
  | 'theory_group_member'
  | UnitPost

/**
 * On the committee of a 机关党委 or 总支. No right follows from it: what is below a unit is run by the branches' own posts, and who looks after a
 * unit is given that by name.
 */
export type UnitPost = 'unit_secretary' | 'unit_deputy_secretary' | 'unit_committee_member'

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

/** The bare category; a diagnosis has no field (RULES 3). */
export type ExemptionCategory =
  'old_age' | 'health' | 'maternity' | 'abroad' | 'resident_in_village' | 'mobile'

/** 联系点 (DUTIES row 26): the branch a leader is linked with, where the lecture of DUTIES row 9 is given. */
export interface ContactPoint {
  branchId: string
  from: Day
  to?: Day
}

/** asked: waits for the secretary's word and lifts nothing, as one that was declined. ended: lifted until `to`. */
export type ExemptionState = 'asked' | 'in_force' | 'ended' | 'declined'

export interface Exemption {
  /** Absent in an imported one. */
  exemptionId?: string
  category: ExemptionCategory
  from: Day
  to?: Day
  /** Duty ids lifted; absent: the default of the category (exemptionDefaults in domain/org/exemptions.ts). */
  dutyIds?: string[]
  /** memberId of who set it; of someone outside the register as nameForRecords says it. */
  setBy?: string
  /** Absent: in force. */
  state?: ExemptionState
}

/** 组织关系转接 asked for: the old branch stays responsible until the new one takes the member (党员教育管理工作条例 art. 25). */
export interface TransferAsked {
  toBranchId: string
  askedOn: Day
  /** memberId of who asked; of someone outside the register as nameForRecords says it. */
  by: string
}

/** Why the register let a member go; nothing more of it is kept. */
export type LeftWhy = 'moved_away' | 'deceased' | 'ended'

export interface LinkedHousehold {
  householdId: string
  from: Day
  to?: Day
}

/** A member as the register knows them. No ID number, birth date, address or whole phone number has a field. */
export interface Member {
  _id: string
  name: string
  /** Last four digits of the phone, for binding; '' where the register has none. */
  phoneTail: string
  /** HMAC of the whole number under a key that is no part of the database: binding at once needs it. Of the same number as `phoneTail`. */
  phoneHash?: string
  standing: Standing
  /** Order in the branch's register: lists of people stand in it. */
  order: number
  memberships: Membership[]
  posts: Post[]
  /** Posts of other organisations as the register writes them (党组书记): text, from which no right comes. */
  otherPosts?: string
  /** 科级/县级 leading cadre: owes a lecture a year (DUTIES rows 8, 9). */
  cadre?: 'section' | 'county'
  contactPoints?: ContactPoint[]
  communityId?: string
  households: LinkedHousehold[]
  exemptions: Exemption[]
  transfer?: TransferAsked
  /** Left the register; `on` is the last day (inclusive), as that of the last membership. */
  left?: { on: Day; why: LeftWhy }
  /** Raised with every change of the register, for conditional updates; absent: never changed since first stored. */
  registerVersion?: number
  /** Which request saved the register's form last: a resend of it is known. */
  savedAs?: string
  /**
   * Deleted as a person (ms): no name, digits, key or link to an identity is left, only what the numbers of periods that are over are made of.
   * Such a shell is found by no name and on no register.
   */
  erasedAt?: number
  /** Number shown inside a member code; means nothing outside. */
  alias: string
  /** Hex of the 32 random bytes under which this member's phone signs member codes. */
  codeKey: string
}
