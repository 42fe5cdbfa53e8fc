import type { Period } from '@domain/progress/progress'

const parts = (day: string) => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return { year, month, date }
}

/** 9月1日至30日 · 7月1日至9月30日 · 2026年1月1日至12月31日; both days belong to it. */
export function spanText(period: Pick<Period, 'kind' | 'from' | 'to'>): string {
  const from = parts(period.from)
  const to = parts(period.to)
  const year = period.kind === 'year' ? `${from.year}年` : ''
  const end = from.month === to.month ? `${to.date}日` : `${to.month}月${to.date}日`
  return `${year}${from.month}月${from.date}日至${end}`
}

/** 9月30日止 */
export const untilText = (day: string) => `${parts(day).month}月${parts(day).date}日止`

/** 2026年1月1日 */
export const longDay = (day: string) => `${parts(day).year}年${parts(day).month}月${parts(day).date}日`
