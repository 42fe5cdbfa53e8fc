import type { FeedbackItem } from '@domain/contract/feedback'

export type FeedbackKind = FeedbackItem['kind']

export const kindLabels: Record<FeedbackKind, string> = {
  wrong_number: '数不对',
  hard_to_use: '不好用',
  burden: '增加负担',
  other: '其他',
}

/** 用时 4 个工作日 · 还有 2 个工作日 · 今天答复 · 已过 5 个工作日，正在办 */
export function timeText({
  state,
  workdays,
  overdue,
}: Pick<FeedbackItem, 'state' | 'workdays' | 'overdue'>): string {
  if (state === 'answered') return workdays === 0 ? '当天答复' : `用时 ${workdays} 个工作日`
  if (overdue) return '已过 5 个工作日，正在办'
  return workdays === 0 ? '今天答复' : `${workdays} 个工作日内答复`
}
