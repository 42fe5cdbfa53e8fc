import { addDays, type Day, weekdayOf } from './day'
import type { WorkYear } from './workCalendar'

/** 2027-02-30 has the form of a day and is none. */
const isDay = (day: Day): boolean => !Number.isNaN(Date.parse(day)) && addDays(day, 0) === day
const isWeekend = (day: Day): boolean => [0, 6].includes(weekdayOf(day))

/**
 * What of a year's days cannot be; null: nothing. Days lie in the year; worked in exchange are weekend days alone, none of them off as well.
 */
export const wrongWorkdays = ({
  year,
  off,
  worked,
}: Pick<WorkYear, 'year' | 'off' | 'worked'>): 'off' | 'worked' | null => {
  const isOf = (day: Day) => day.startsWith(`${year}-`) && isDay(day)
  if (!off.every(isOf)) return 'off'
  return worked.every((day) => isOf(day) && isWeekend(day) && !off.includes(day)) ? null : 'worked'
}
