import { basisLine } from '@domain/duty/ruleText'
import { partyStaff, partyStaffBasis } from '@domain/duty/partyStaff'

/** 按 180 人的 1%–2%，专职党务工作人员是 1.8 至 3.6 人；… */
export function staffText(headcount: number): string {
  const { least, most, isSmall } = partyStaff(headcount)
  const share = isSmall
    ? `按 ${headcount} 人的 2%，专职党务工作人员不到 1 人；人数少的单位安排专人负责`
    : `按 ${headcount} 人的 1%–2%，专职党务工作人员是 ${least} 至 ${most} 人；人数少的单位安排专人负责`
  return `${share}。依据：${basisLine(partyStaffBasis)}`
}
