import { defaultYear } from '@cloud/lib/entry/readWorkdays'
import { addDays, type Day, dayOf, endOfDay, startOfDay, weekdayOf } from '@domain/time/day'
import { workCalendarOf } from '@domain/time/workCalendar'
import { isWorkday } from '@domain/time/workdays'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** First day of the generated history. */
export const historyFrom: Day = '2026-01-01'
/** Plans are published this long before they begin, and no longer. */
export const PLANNED_AHEAD_MS = 8 * DAY

/** Workdays as a county without settings of its own counts them. */
export const calendar = workCalendarOf([2026, 2027, 2028].map(defaultYear))

export interface Month {
  /** 2026-09 */
  key: string
  year: number
  /** 1–12 */
  month: number
  days: number
}

export const monthOf = (key: string): Month => {
  const year = Number(key.slice(0, 4))
  const month = Number(key.slice(5, 7))
  return { key, year, month, days: new Date(Date.UTC(year, month, 0)).getUTCDate() }
}

/** Every month from the first of the history to the one in which the last published plan lies. */
export function monthsUntil(now: number): Month[] {
  const last = dayOf(now + PLANNED_AHEAD_MS).slice(0, 7)
  const months: Month[] = []
  for (let key = historyFrom.slice(0, 7); key <= last;) {
    const month = monthOf(key)
    months.push(month)
    key = addDays(`${key}-01`, month.days).slice(0, 7)
  }
  return months
}

export const dateIn = (month: Month, date: number): Day => `${month.key}-${String(date).padStart(2, '0')}`

/** The first free workday from `date` on, or the last one before it when the month runs out. */
export function freeWorkday(month: Month, date: number, taken: ReadonlySet<Day>): Day {
  const free = (d: number) => isWorkday(dateIn(month, d), calendar) && !taken.has(dateIn(month, d))
  for (let d = date; d <= month.days; d++) if (free(d)) return dateIn(month, d)
  for (let d = date - 1; d >= 1; d--) if (free(d)) return dateIn(month, d)
  throw new Error(`no workday is free in ${month.key}`)
}

export function saturdaysOf(month: Month): Day[] {
  const days: Day[] = []
  for (let d = 1; d <= month.days; d++) if (weekdayOf(dateIn(month, d)) === 6) days.push(dateIn(month, d))
  return days
}

const starts = new Map<Day, number>()

/** An instant by the Shanghai clock. Start of days are remembered: a county asks for the same few hundred 100,000 times. */
export function at(day: Day, hour: number, minute = 0): number {
  let start = starts.get(day)
  if (start === undefined) {
    start = startOfDay(day)
    starts.set(day, start)
  }
  return start + hour * HOUR + minute * MINUTE
}

const days = new Map<number, Day>()

/** `dayOf`, remembered by the whole hour: day borders of UTC+8 lie on whole hours. */
export function dayAt(instant: number): Day {
  const hour = Math.floor(instant / HOUR)
  let day = days.get(hour)
  if (day === undefined) {
    day = dayOf(instant)
    days.set(hour, day)
  }
  return day
}

/** 16:00 of the first workday after: when a branch usually confirms its record. */
export function nextWorkdayAfternoon(instant: number): number {
  let day = addDays(dayAt(instant), 1)
  while (!isWorkday(day, calendar)) day = addDays(day, 1)
  return endOfDay(day) - 8 * HOUR
}
