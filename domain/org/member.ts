import type {
  Cadre,
  CommunityKind,
  ExemptionCategory,
  ExemptionState,
  LeftWhy,
  PostName,
  Standing,
} from '../contract/words'
import type { Day } from '../time/day'

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

/** 联系点 (DUTIES row 26): the branch a leader is linked with, where the lecture of DUTIES row 9 is given. */
export interface ContactPoint {
  branchId: string
  from: Day
  to?: Day
}

export interface Exemption {
  /** Absent in an imported one. */
  exemptionId?: string
  category: ExemptionCategory
  from: Day
  to?: Day
  /** Duty ids lifted; absent: the default of the category (domain/duty/lifts.ts). */
  dutyIds?: string[]
  /** memberId of who set it; of someone outside the register as nameForRecords says it. */
  setBy?: string
  /** Absent: in force. */
  state?: ExemptionState
  /** The day on which the member asked for it; absent in one that the branch itself entered. */
  askedOn?: Day
  /** The day on which what was asked for got its yes or no. */
  answeredOn?: Day
}

/** 组织关系转接 asked for: the old branch stays responsible until the new one takes the member (党员教育管理工作条例 art. 25). */
export interface TransferAsked {
  toBranchId: string
  askedOn: Day
  /** memberId of who asked; of someone outside the register as nameForRecords says it. */
  by: string
}

/** One that the asked branch said no to: those it concerns are told, and nothing of it waits. */
export interface TransferDeclined extends Pick<TransferAsked, 'toBranchId' | 'by'> {
  on: Day
}

export interface LinkedHousehold {
  householdId: string
  from: Day
  to?: Day
}

/** 回执 of a 社区报到 the community itself has accepted (P13). */
export interface Receipt {
  /** Of the county and year: `2026-0417`. */
  number: string
  /** What the member had asked. */
  reportId: string
  askedOn: Day
  /** Who accepted it for the community, as records name people. */
  by: string
}

/** 社区报到 (DUTIES row 27) that holds or held; of each kind one at a time. `to` is the last day (inclusive). */
export interface CommunityMembership {
  communityId: string
  kind: CommunityKind
  from: Day
  to?: Day
  /** Absent: the register said it, in a form or a file. */
  receipt?: Receipt
}

/** Asked of a community, which has not said yes; of each kind one at a time. */
export interface CommunityAsked {
  reportId: string
  communityId: string
  kind: CommunityKind
  /** ms */
  askedAt: number
  /** 不是本社区: shown until the member asks anew, and waits for nobody. */
  declinedOn?: Day
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
  cadre?: Cadre
  contactPoints?: ContactPoint[]
  communities?: CommunityMembership[]
  communitiesAsked?: CommunityAsked[]
  households: LinkedHousehold[]
  exemptions: Exemption[]
  transfer?: TransferAsked
  /** Until another transfer is asked for, or comes about. */
  transferDeclined?: TransferDeclined
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
