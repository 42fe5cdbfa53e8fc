import { addDays, clockOf, type Day, dayOf, daysBetween, startOfDay } from './day'

/** In the order of their length. */
export const periodKinds = ['month', 'quarter', 'half', 'year'] as const
export type PeriodKind = (typeof periodKinds)[number]
/** Those so long that what lies in them is told period by period (支部这一年). */
export const longKinds = ['half', 'year'] as const satisfies readonly PeriodKind[]

/** A natural month, quarter, half-year or year in UTC+8; both days inclusive. Keys: 2026-09, 2026-Q3, 2026-H2, 2026. */
export interface Period {
  kind: PeriodKind
  key: string
  from: Day
  to: Day
}

const monthsIn: Record<PeriodKind, number> = { month: 1, quarter: 3, half: 6, year: 12 }
const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)

/** `ordinal` counts periods of the kind within the year, from 1. */
const build = (kind: PeriodKind, year: number, ordinal: number): Period => {
  const last = ordinal * monthsIn[kind]
  const from = `${year}-${two(last - monthsIn[kind] + 1)}-01`
  const next = last === 12 ? `${year + 1}-01-01` : `${year}-${two(last + 1)}-01`
  const keys: Record<PeriodKind, string> = {
    month: `${year}-${two(ordinal)}`,
    quarter: `${year}-Q${ordinal}`,
    half: `${year}-H${ordinal}`,
    year: `${year}`,
  }
  return { kind, key: keys[kind], from, to: addDays(next, -1) }
}

/** The natural period an instant falls into, in UTC+8: `periodOf('quarter', at).key // '2026-Q3'`. */
export const periodOf = (kind: PeriodKind, at: number): Period => {
  const { year, month } = clockOf(at)
  return build(kind, year, Math.ceil(month / monthsIn[kind]))
}

/** The period of a key; throws on a key nobody could have made: `periodByKey('2026-H2').from // '2026-07-01'`. */
export const periodByKey = (key: string): Period => {
  const match = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/.exec(key)
  if (!match) throw new Error(`Not a period key: ${key}`)
  const [, year, month, quarter, half] = match
  if (month) return build('month', Number(year), Number(month))
  if (quarter) return build('quarter', Number(year), Number(quarter))
  if (half) return build('half', Number(year), Number(half))
  return build('year', Number(year), 1)
}

const ordinalOf = (period: Period): [number, number] => {
  const [year = 0, month = 1] = period.from.split('-').map(Number)
  return [year, Math.ceil(month / monthsIn[period.kind])]
}

/** The period of the same kind just before: of 2026-Q1 it is 2025-Q4. */
export const previousPeriod = (period: Period): Period => {
  const [year, ordinal] = ordinalOf(period)
  const last = 12 / monthsIn[period.kind]
  return ordinal === 1 ? build(period.kind, year - 1, last) : build(period.kind, year, ordinal - 1)
}

/** The period of the same kind just after: of 2026-12 it is 2027-01. */
export const nextPeriod = (period: Period): Period => {
  const [year, ordinal] = ordinalOf(period)
  const last = 12 / monthsIn[period.kind]
  return ordinal === last ? build(period.kind, year + 1, 1) : build(period.kind, year, ordinal + 1)
}

/** The periods of a kind that share a day with a span, in their order: `periodsIn('quarter', periodByKey('2026-H2')).length // 2` */
export const periodsIn = (kind: PeriodKind, { from, to }: Pick<Period, 'from' | 'to'>): Period[] => {
  const periods: Period[] = []
  for (let one = periodOf(kind, startOfDay(from)); one.from <= to; one = nextPeriod(one)) periods.push(one)
  return periods
}

/** Whether a Shanghai day, or an instant (ms), lies in the period; both of its days inclusive. */
export const contains = (period: Pick<Period, 'from' | 'to'>, when: Day | number): boolean => {
  const day = typeof when === 'number' ? dayOf(when) : when
  return period.from <= day && day <= period.to
}

/** `daysIn(periodByKey('2028-02')) // 29` */
export const daysIn = (period: Pick<Period, 'from' | 'to'>): number => daysBetween(period.from, period.to) + 1

/** Whether no day of a period is left: nothing of it can be arranged or gone to any more, and nothing of it is 还差. */
export const isOver = ({ to }: Pick<Period, 'to'>, now: number): boolean => dayOf(now) > to

/** Days that remain, today counted: 1 on the last day, 0 once it is over, all of them before it begins. */
export const daysLeft = (period: Pick<Period, 'from' | 'to'>, now: number): number => {
  const today = dayOf(now)
  if (isOver(period, now)) return 0
  return daysBetween(today < period.from ? period.from : today, period.to) + 1
}
