import { clockOf, dayOf, startOfDay } from '@domain/time/day'
import { shortPeriodLabel } from '@domain/time/format'
import { periodByKey, type PeriodKind, periodKinds, periodOf } from '@domain/time/period'

export const kindOf = (key: string): PeriodKind => periodByKey(key).kind

/** The kinds on offer, shortest first. */
export const kindsIn = (periods: readonly string[]): PeriodKind[] =>
  periodKinds.filter((kind) => periods.some((key) => kindOf(key) === kind))

/** 9月, 第三季度, 下半年, 2026年; the year is said before what lies in another one: 2025年12月. */
export function periodText(key: string, at: number): string {
  const period = periodByKey(key)
  const { year } = clockOf(startOfDay(period.from))
  const label = shortPeriodLabel(period)
  return period.kind === 'year' || year === clockOf(at).year ? label : `${year}年${label}`
}

/**
 * What a change of kind leads to: the period that holds the last day of the one shown, today while it runs. Where that is not on offer, the
 * newest of its kind.
 */
export function sameTime(periods: readonly string[], key: string, kind: PeriodKind, at: number): string {
  const { to } = periodByKey(key)
  const today = dayOf(at)
  const wanted = periodOf(kind, startOfDay(to < today ? to : today)).key
  if (periods.includes(wanted)) return wanted
  return periods.find((each) => kindOf(each) === kind) ?? key
}
