import { clockOf, type Day, startOfDay } from './day'
import type { Period } from './period'

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const
const ordinals = ['一', '二', '三', '四'] as const
const atOf = (when: Day | number): number => (typeof when === 'number' ? when : startOfDay(when))

/** `formatDay('2026-09-22') // '9月22日'`; takes an instant (ms) as well. */
export const formatDay = (when: Day | number): string => {
  const { month, date } = clockOf(atOf(when))
  return `${month}月${date}日`
}

/** `formatYearDay('2026-09-22') // '2026年9月22日'` */
export const formatYearDay = (when: Day | number): string => `${clockOf(atOf(when)).year}年${formatDay(when)}`

/** `formatDated('2027-01-05', '2026-11-30') // '2027年1月5日'`: the year is said where it is another than that of `today`. */
export const formatDated = (day: Day, today: Day): string =>
  day.slice(0, 4) === today.slice(0, 4) ? formatDay(day) : formatYearDay(day)

/** `formatClock(at) // '14:52'`, `'9:05'`: hours without a leading zero. */
export const formatClock = (at: number): string => {
  const { hour, minute } = clockOf(at)
  return `${hour}:${minute < 10 ? '0' : ''}${minute}`
}

/** `formatDayTime(at) // '9月22日 14:52'` */
export const formatDayTime = (at: number): string => `${formatDay(at)} ${formatClock(at)}`

/** `formatWeekday('2026-09-22') // '周二'` */
export const formatWeekday = (when: Day | number): string => weekdays[clockOf(atOf(when)).weekday] ?? ''

/** `9月`, `第三季度(7–9月)`, `2026年下半年`, `2026年`. */
export const periodLabel = (period: Pick<Period, 'kind' | 'from'>): string => {
  const { year, month } = clockOf(startOfDay(period.from))
  switch (period.kind) {
    case 'month':
      return `${month}月`
    case 'quarter':
      return `${quarterLabel(month)}(${month}–${month + 2}月)`
    case 'half':
      return `${year}年${month === 1 ? '上' : '下'}半年`
    case 'year':
      return `${year}年`
  }
}

/** The period before a number: `9月`, `第三季度`, `下半年`, `2026年`. */
export const shortPeriodLabel = (period: Pick<Period, 'kind' | 'from'>): string => {
  const { month } = clockOf(startOfDay(period.from))
  if (period.kind === 'quarter') return quarterLabel(month)
  if (period.kind === 'half') return month === 1 ? '上半年' : '下半年'
  return periodLabel(period)
}

/** `quarterLabel(9) // '第三季度'` */
export const quarterLabel = (month: number): string => `第${ordinals[Math.ceil(month / 3) - 1] ?? ''}季度`
