import type { Day } from '../time/day'
import type { Organisation } from './organisation'

/** How many months before the end of a term whoever runs the place is told. */
const ahead = [3, 6] as const

/** The same day some months before, or the last one of that month: 31 August is three months before 30 November … 28 February. */
const monthsBefore = (day: Day, months: number): Day => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return `${first.toISOString().slice(0, 8)}${String(Math.min(date, last)).padStart(2, '0')}`
}

/**
 * Which notice of the end of its term a branch is due on a day: 6 from six months before on, 3 from three months before to the last day, 0 once
 * it is over, null before. `termNotice({ termEndsOn: '2027-03-22', … }, '2026-09-22') // 6`
 */
export const termNotice = (
  { termEndsOn, validTo }: Pick<Organisation, 'termEndsOn' | 'validTo'>,
  day: Day,
): 0 | 3 | 6 | null => {
  if (termEndsOn === undefined || (validTo !== undefined && validTo < termEndsOn)) return null
  if (day > termEndsOn) return 0
  return ahead.find((months) => day >= monthsBefore(termEndsOn, months)) ?? null
}

/** The last day of a term that begins on a day, of a branch three years (机关基层组织工作条例 art. 7; termOf for others). */
export const usualTermEnd = (from: Day, years = 3): Day => {
  const year = Number(from.slice(0, 4)) + years
  const same = `${year}${from.slice(4)}`
  return new Date(Date.parse(same) - 86_400_000).toISOString().slice(0, 10)
}
