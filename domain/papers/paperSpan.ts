import { type Day, startOfDay } from '../time/day'
import { formatYearDay } from '../time/format'
import { type Period, periodByKey, periodKinds, periodOf, periodsIn } from '../time/period'
import { periodName } from './fileName'

/** Days a paper tells of, whole months, both inclusive, and how they are called: `2026年上半年`, `2026年2月至5月`. */
export interface PaperSpan {
  from: Day
  to: Day
  name: string
}

/** Months at most: evidence of two years is what a function has room for. */
const MOST_MONTHS = 24

const natural = ({ from, to }: Pick<Period, 'from' | 'to'>): Period | undefined =>
  periodKinds
    .map((kind) => periodOf(kind, startOfDay(from)))
    .find((period) => period.from === from && period.to === to)

/** `2026年2月` */
const monthName = (day: Day): string => formatYearDay(day).replace(/\d+日$/, '')

function nameOf(span: Pick<Period, 'from' | 'to'>): string {
  const period = natural(span)
  if (period) return periodName(period)
  const [first, last] = [monthName(span.from), monthName(span.to)]
  return `${first}至${span.from.slice(0, 4) === span.to.slice(0, 4) ? last.replace(/^\d+年/, '') : last}`
}

/**
 * From the first day of one period to the last of another, or of itself. null: the last one ends before the first begins, or it is longer than two years.
 * `paperSpan('2026-02', '2026-05')?.name // '2026年2月至5月'`
 */
export function paperSpan(periodKey: string, until = periodKey): PaperSpan | null {
  const { from } = periodByKey(periodKey)
  const { to } = periodByKey(until)
  if (to < from || periodsIn('month', { from, to }).length > MOST_MONTHS) return null
  return { from, to, name: nameOf({ from, to }) }
}

/** As a title says it: a single month is spelled out. `titleOf({ name: '2026-09', … }) // '2026年9月'` */
export const titleOf = (span: PaperSpan): string =>
  natural(span)?.kind === 'month' ? monthName(span.from) : span.name

/** Whether all of it lies in one year, so that its months need no year beside them. */
export const isOfOneYear = ({ from, to }: Pick<PaperSpan, 'from' | 'to'>): boolean =>
  from.slice(0, 4) === to.slice(0, 4)
