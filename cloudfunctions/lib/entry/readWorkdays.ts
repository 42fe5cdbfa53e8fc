import { clockOf } from '@domain/time/day'
import { type WorkCalendar, workCalendarOf, type WorkYear } from '@domain/time/workCalendar'
import { cached } from '../ground/cached'
import type { StoredWorkYear } from '../store/collections/workYears'
import { find } from '../store/find'
import { defaultYear } from './defaultYear'

/** Years the work committee has entered itself. */
export const readSavedYears = cached(
  async () => (await find('settings', { kind: 'workdays' }, { limit: 200 })) as StoredWorkYear[],
)

/** A year as it holds in the county: what the committee entered, else the default. */
export const yearOf = (saved: readonly StoredWorkYear[], year: number): WorkYear => {
  const own = saved.find((row) => row.year === year)
  return own ? { year, state: 'final', off: own.off, worked: own.worked } : defaultYear(year)
}

/** Years back whose terms are still looked at, and ahead into which one may end. */
const span = [-2, -1, 0, 1]

/** The calendar every term is counted by. */
export async function readWorkdays(now: number): Promise<WorkCalendar> {
  const saved = await readSavedYears(now)
  const { year } = clockOf(now)
  return workCalendarOf(span.map((offset) => yearOf(saved, year + offset)))
}
