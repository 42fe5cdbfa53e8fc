import type { BranchType, OrganisationType } from '../contract/words'
import type { Day } from '../time/day'

/** What of an organisation may change while it stays the same organisation. */
export interface OrganisationState {
  name: string
  parentId: string | null
  /** 组织序列: lists of organisations stand in it, never in the order of a result. */
  order: number
  branchType?: BranchType
  /** 支委会: only such a branch owes committee meetings (支部工作条例 art. 12, 依据待核). */
  hasCommittee?: boolean
  /** 纪委监委, 公安 and the like: numbers without names leave the branch. */
  countsOnly?: boolean
  /** 机关工作人员总数 of a unit (DUTIES row 15). */
  headcount?: number
}

/** How it was until a day (inclusive); its first day is the one after the entry before, or `validFrom`. */
export interface PastState extends OrganisationState {
  until: Day
}

/** 届: a committee's term, both days inclusive. */
export interface Term {
  from: Day
  to: Day
}

/**
 * A node of the organisation tree, with the state it is in after the last entry of `past` (a change may lie in the future). What it was on a
 * day: asOf. `validTo` is the last day (inclusive) of a dissolved node.
 */
export interface Organisation extends OrganisationState {
  _id: string
  type: OrganisationType
  validFrom: Day
  /** Came into being on `validFrom`; absent: it was there before the register was opened. */
  isFounded?: true
  validTo?: Day
  /** Earlier states, ascending by `until`. */
  past?: PastState[]
  /** The branch its members went to when it was merged; its own facts stay under it. */
  mergedInto?: string
  termEndsOn?: Day
  /** All terms, ascending; the last one ends on `termEndsOn`. */
  terms?: Term[]
  /** Changed with every write, for conditional updates; absent: never changed since it was first stored. */
  version?: number
}
