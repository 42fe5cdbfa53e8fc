import { organsRules } from './sources'

/** 党务干部 of an office (DUTIES row 15): one to two of a hundred of its staff are 专职党务工作人员; a small one has somebody for it. */
export const partyStaffBasis = organsRules('第三十条')

export interface PartyStaff {
  /** As the share comes out, to a tenth: the rule says nothing of rounding. */
  least: number
  most: number
  /** Less than one person even by the larger share: 专人负责 is enough. */
  isSmall: boolean
}

/** Of an office of so many people: `partyStaff(180) // { least: 1.8, most: 3.6, isSmall: false }` */
export const partyStaff = (headcount: number): PartyStaff => ({
  least: Math.round(headcount / 10) / 10,
  most: Math.round(headcount / 5) / 10,
  isSmall: headcount * 2 < 100,
})
