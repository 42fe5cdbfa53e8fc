import { getSolarDateFromLunar } from 'chinese-days'
import notices from 'chinese-days/dist/chinese-days.json'
import { addDays, clockOf, type Day } from '@domain/time/day'
import { type WorkCalendar, workCalendarOf, type WorkYear } from '@domain/time/workCalendar'
import type { StoredWorkYear } from '../store/collections/settings'
import { find } from '../store/find'
import { cached } from './cached'

const findSavedYears = async () =>
  (await find('settings', { kind: 'workdays' }, { limit: 200 })) as StoredWorkYear[]

/** Years the work committee has entered itself. */
export const readSavedYears = cached(findSavedYears)

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

/** The package reads the clock of the machine's own zone: noon of a day there is that day in every zone. */
const lunar = (year: number, month: number, date: number): Day =>
  getSolarDateFromLunar(new Date(year, month - 1, date, 12)).date

/** 清明 of a year of this century: the fourth or fifth of April. The package's own falls a day early west of Greenwich. */
const qingming = (year: number): Day => {
  const y = year % 100
  return `${year}-04-0${Math.floor(y * 0.2422 + 4.81) - Math.floor(y / 4)}`
}

/** 全国年节及纪念日放假办法 (2024): the thirteen days that are off in any year, whatever a notice exchanges around them. */
const statutory = (year: number): Day[] => [
  `${year}-01-01`,
  ...[-1, 0, 1, 2].map((days) => addDays(lunar(year, 1, 1), days)),
  qingming(year),
  `${year}-05-01`,
  `${year}-05-02`,
  lunar(year, 5, 5),
  lunar(year, 8, 15),
  `${year}-10-01`,
  `${year}-10-02`,
  `${year}-10-03`,
]

const ofYear = (days: Record<string, string>, year: number): Day[] =>
  Object.keys(days)
    .filter((day) => day.startsWith(`${year}-`))
    .sort()

/**
 * A year as the package knows it from the notice of the State Council's office; before that is out the statutory days, marked provisional:
 * a term may then end some days later or earlier than it will by the notice, and the pages say so.
 * `defaultYear(2026).worked.includes('2026-10-10') // true`
 */
export function defaultYear(year: number): WorkYear {
  const off = ofYear(notices.holidays, year)
  return off.length > 0
    ? { year, state: 'final', off, worked: ofYear(notices.workdays, year) }
    : { year, state: 'provisional', off: statutory(year), worked: [] }
}

/** From this month on (1–12) the next year's notice is waited for; it comes out early in November. */
export const AWAITED_FROM = 10

/**
 * Years that are near and whose notice nobody has entered: said months before a term falls into one. Read anew each time: whoever has just entered
 * one looks at once whether it is gone from 待办, and another warm process may answer.
 */
export async function awaitedYears(now: number): Promise<number[]> {
  const { year, month } = clockOf(now)
  const saved = await findSavedYears()
  const near = month >= AWAITED_FROM ? [year, year + 1] : [year]
  return near.filter((one) => yearOf(saved, one).state === 'provisional')
}
