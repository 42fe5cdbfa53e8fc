import type { BranchType } from '../contract/words'

/** 分类指导 (DUTIES row 55), in the order offered. */
export const branchTypeLabels: Record<BranchType, string> = {
  organ: '机关',
  institution: '事业单位',
  enterprise: '企业',
  other: '其他',
}
