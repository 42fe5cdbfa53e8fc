import type { BranchProgress, DutyLine } from '@domain/contract/progress'
import { gapNow, isGap } from '@domain/progress/gapNow'
import { gapWords } from '@domain/progress/gapWords'
import { periodLabel, shortPeriodLabel } from '@domain/time/format'
import { type PeriodKind, periodKinds } from '@domain/time/period'
import { notCountedOf } from '@/words/notCounted'

/** What a branch or a unit owes as a whole. */
export interface BranchDuty {
  line: DutyLine
  /** Which of its groups still miss it. */
  missingNames: string[]
}

/** The branch's own duties: what is missing stands open, the rest is folded. Order as given: missing first. */
export function splitDuties(duties: readonly BranchDuty[]) {
  const missing = duties.filter(({ line }) => isGap(line))
  const planned = duties.filter(({ line }) => line.state === 'planned' || line.state === 'waiting')
  const done = duties.filter(({ line }) => line.state === 'done')
  const open = [missing, planned, done].flat()
  const rest = duties.filter((duty) => !open.includes(duty))
  return { missing, planned, done, folded: [...planned, ...done, ...rest] }
}

/** What is missing by the length of its time, the shortest first; 第三季度的, 2026年的 over what is not of the month where there is more than one. */
export function byKind(
  missing: readonly BranchDuty[],
  duties: readonly BranchDuty[],
): { duty: BranchDuty; heading?: string }[] {
  const mixed = new Set(duties.map(({ line }) => line.period.kind)).size > 1
  return periodKinds.flatMap((kind) =>
    missing
      .filter(({ line }) => line.period.kind === kind)
      .map((duty, index) => ({
        duty,
        ...(mixed && kind !== 'month' && index === 0 && { heading: headingOf(duty) }),
      })),
  )
}

const headingOf = ({ line: { period } }: BranchDuty) => `${shortPeriodLabel(period)}的`

/** 已完成 4 项，已安排 1 项，待确认 1 项 */
export function foldedText({ planned, done, folded }: ReturnType<typeof splitDuties>): string {
  const waiting = planned.filter(({ line }) => line.state === 'waiting').length
  const parts = [
    done.length > 0 && `已完成 ${done.length} 项`,
    planned.length > waiting && `已安排 ${planned.length - waiting} 项`,
    waiting > 0 && `待确认 ${waiting} 项`,
    folded.length > planned.length + done.length && `其他 ${folded.length - planned.length - done.length} 项`,
  ]
  return parts.filter(Boolean).join('，')
}

/** While it runs. */
const terms: Record<PeriodKind, string> = {
  month: '本月',
  quarter: '本季度',
  half: '本半年',
  year: '今年',
}

/** Nothing can be arranged any more: no day of it is left. */
export const isOver = ({ daysLeft }: Pick<BranchProgress, 'daysLeft'>): boolean => daysLeft === 0

/** 党员本月, 党员8月, 党员第三季度: whose time the members' table is about. */
export const whenOf = ({ period, daysLeft }: Pick<BranchProgress, 'period' | 'daysLeft'>): string =>
  daysLeft > 0 ? terms[period.kind] : shortPeriodLabel(period)

/** 本季度还有 9 天 beside a month, whose gaps reach to the end of the quarter; 今年还有 100 天 beside a year. */
export function asideOf(progress: BranchProgress): string | undefined {
  const { period, daysLeft, daysLeftOfQuarter } = progress
  if (isOver(progress)) return undefined
  return period.kind === 'month'
    ? `${terms.quarter}还有 ${daysLeftOfQuarter} 天`
    : `${terms[period.kind]}还有 ${daysLeft} 天`
}

/** 第三党小组暂无记录 · 本季度暂无记录 · 到会委员不足半数，不计入支委会: no record is never "not done", and of a time that is over nothing is 还差. */
export function missingText({ line, missingNames }: BranchDuty, now: number): string {
  const gap = gapNow(line, now)
  if (missingNames.length > 0) return `${missingNames.join('、')}暂无记录`
  if (line.done > 0) {
    const said = gapWords(line, now)?.text ?? ''
    return gap === 'over' ? said : `已有 ${line.done} ${line.measure}，${said}`
  }
  if (line.reason !== undefined) return notCountedOf(line.reason).text
  return `${gap === 'over' ? periodLabel(line.period) : terms[line.period.kind]}暂无记录`
}
