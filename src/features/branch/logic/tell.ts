import type { BranchProgress, MemberRow } from '@domain/contract/progress'

/** 本月还差 2 项：帮扶走访 1 次、社区服务 1 次 */
export function gapText(row: MemberRow, columns: BranchProgress['columns']): string {
  const labels = new Map(columns.map(({ dutyId, label }) => [dutyId, label]))
  const gaps = row.cells.filter(({ state }) => state === 'missing')
  return `本月还差 ${gaps.length} 项：${gaps.map(({ dutyId, missing }) => `${labels.get(dutyId) ?? ''} ${missing} 次`).join('、')}`
}

/** One person's sentence, signed by the branch, never by a person. */
export const personalSentence = (name: string, gaps: string, branchName: string): string =>
  `${name}同志：${gaps}。方便时安排。${branchName}`

/** For everyone at once: it names nobody. */
export const generalSentence = (branchName: string): string =>
  `各位同志：请打开“先锋双岗”，看看自己本月还差什么，方便时安排。${branchName}`
