import type { BranchProgress } from '@domain/contract/progress'
import { periodLabel } from '@domain/period/format'

export type BranchDuty = BranchProgress['duties'][number]

/** The branch's own duties: what is missing stands open, the rest is folded. Order as given: missing first. */
export function splitDuties(duties: readonly BranchDuty[]) {
  const missing = duties.filter(({ line }) => line.state === 'missing')
  const planned = duties.filter(({ line }) => line.state === 'planned' || line.state === 'waiting')
  const done = duties.filter(({ line }) => line.state === 'done')
  const rest = duties.filter(({ line }) => line.state === 'not_owed' || line.state === 'recorded')
  return { missing, planned, done, folded: [...planned, ...done, ...rest] }
}

/** 已完成 4 项，已安排 1 项 */
export function foldedText({ planned, done, folded }: ReturnType<typeof splitDuties>): string {
  const parts = [
    done.length > 0 && `已完成 ${done.length} 项`,
    planned.length > 0 && `已安排 ${planned.length} 项`,
    folded.length > planned.length + done.length && `其他 ${folded.length - planned.length - done.length} 项`,
  ]
  return parts.filter(Boolean).join('，')
}

const terms = { month: '本月', quarter: '本季度', half: '本半年', year: '本年' }

/** 第三党小组暂无记录 · 本季度暂无记录: no record is never "not done". */
export function missingText({ line, missingNames }: BranchDuty, running: boolean): string {
  if (missingNames.length > 0) return `${missingNames.join('、')}暂无记录`
  if (line.done > 0) return `已有 ${line.done} ${line.measure}，还差 ${line.missing} ${line.measure}`
  return `${running ? terms[line.period.kind] : periodLabel(line.period)}暂无记录`
}
