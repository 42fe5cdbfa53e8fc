import { clockOf } from '@domain/time/day'
import { periodByKey, periodOf, previousPeriod } from '@domain/time/period'

export const monthOf = (at: number): string => periodOf('month', at).key

/** `monthLabel('2026-09') // '9月'` */
export const monthLabel = (month: string): string => `${Number(month.slice(5))}月`

/** The running month and the eleven before it, newest first. */
export function monthsUpTo(running: string): string[] {
  let period = periodByKey(running)
  return Array.from({ length: 12 }, () => {
    const { key } = period
    period = previousPeriod(period)
    return key
  })
}

/** 9月 in the running year, 2025年12月 before it. */
export const monthChoice = (month: string, at: number): string =>
  Number(month.slice(0, 4)) === clockOf(at).year
    ? monthLabel(month)
    : `${month.slice(0, 4)}年${monthLabel(month)}`
