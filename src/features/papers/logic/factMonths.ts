import { monthsUpTo } from '@/components/MonthPicker/months'
import { periodByKey, previousPeriod } from '@domain/time/period'
import type { Months } from '../hooks/useFactPapers'

/** The months a year, or a half of it, is made of: `monthsOf('2026-H1') // { from: '2026-01', until: '2026-06' }` */
export function monthsOf(periodKey: string): Months {
  const { from, to } = periodByKey(periodKey)
  return { from: from.slice(0, 7), until: to.slice(0, 7) }
}

/** Those one may choose: the running month and the 23 before it, newest first. */
export function monthsToChoose(running: string): string[] {
  const newer = monthsUpTo(running)
  const last = newer[newer.length - 1] ?? running
  return [...newer, ...monthsUpTo(previousPeriod(periodByKey(last)).key)]
}

/** With another first or last month; the other end follows where it would lie before the beginning. */
export const withFrom = ({ until }: Months, from: string): Months => ({
  from,
  until: until < from ? from : until,
})
export const withUntil = ({ from }: Months, until: string): Months => ({
  from: until < from ? until : from,
  until,
})
