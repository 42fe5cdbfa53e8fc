import { clockOf, startOfDay } from '@domain/time/day'
import { formatDay } from '@domain/time/format'
import type { Period } from '@domain/time/period'

/** 2026年1月1日 */
export const longDay = (day: string) => `${clockOf(startOfDay(day)).year}年${formatDay(day)}`

/** 9月1日至30日 · 7月1日至9月30日 · 2026年1月1日至12月31日; both days belong to it. */
export function spanText({ kind, from, to }: Pick<Period, 'kind' | 'from' | 'to'>): string {
  const end = clockOf(startOfDay(to))
  const start = kind === 'year' ? longDay(from) : formatDay(from)
  return `${start}至${kind === 'month' ? `${end.date}日` : formatDay(to)}`
}
