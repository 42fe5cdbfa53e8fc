/** A Shanghai calendar day, `YYYY-MM-DD`. */
export type Day = string

/** 工委, 党(工)委/党组 (unit), 党支部, 党小组; communities and villages stand beside the party tree. */
export type OrganisationType = 'work_committee' | 'unit' | 'branch' | 'group' | 'community' | 'village'

/** 分类指导 (DUTIES row 55): duties may differ by the type of the branch. */
export type BranchType = 'organ' | 'institution' | 'enterprise' | 'other'

/**
 * A node of the organisation tree. `order` is the 组织序列: lists of organisations stand in it, never in the order of a result.
 * `validTo` is the last day (inclusive) of a dissolved node.
 */
export interface Organisation {
  _id: string
  type: OrganisationType
  name: string
  parentId: string | null
  order: number
  validFrom: Day
  validTo?: Day
  branchType?: BranchType
  /** 支委会: only such a branch owes committee meetings (条例 art. 12). */
  hasCommittee?: boolean
  termEndsOn?: Day
}
