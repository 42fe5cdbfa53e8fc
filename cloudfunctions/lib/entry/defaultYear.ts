import { getSolarDateFromLunar } from 'chinese-days'
import notices from 'chinese-days/dist/chinese-days.json'
import { addDays, type Day } from '@domain/time/day'
import type { WorkYear } from '@domain/time/workCalendar'

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
