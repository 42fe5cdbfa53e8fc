import type { WorkdayList } from '@domain/contract/workdays'
import { addDays, clockOf, startOfDay, weekdayOf } from '@domain/time/day'
import { formatDay, formatWeekday } from '@domain/time/format'

export type Year = WorkdayList['years'][number]

const isWeekend = (day: string): boolean => [0, 6].includes(weekdayOf(day))

/** Days in a row, those on both sides of a weekend among them: a year's notice names stretches, not days. */
function stretchesOf(off: readonly string[], worked: readonly string[]): [string, string][] {
  const isFree = (day: string) => off.includes(day) || (isWeekend(day) && !worked.includes(day))
  return off.reduce<[string, string][]>((found, day) => {
    const last = found[found.length - 1]
    if (last && day <= last[1]) return found
    let [from, to] = [day, day]
    while (isFree(addDays(to, 1))) to = addDays(to, 1)
    while (isFree(addDays(from, -1)) && addDays(from, -1).slice(0, 4) === day.slice(0, 4))
      from = addDays(from, -1)
    return [...found, [from, to]]
  }, [])
}

const monthOf = (day: string): number => clockOf(startOfDay(day)).month

/** 2月5日至8日, 9月30日至10月2日, 1月1日 */
const stretchText = ([from, to]: [string, string]): string => {
  if (from === to) return formatDay(from)
  const end = formatDay(to)
  return `${formatDay(from)}至${monthOf(from) === monthOf(to) ? end.slice(end.indexOf('月') + 1) : end}`
}

export const offLines = ({ off, worked }: Pick<Year, 'off' | 'worked'>): string[] =>
  stretchesOf([...off].sort(), worked).map(stretchText)

/** 2月14日（周六）; 没有 where none is. */
export const workedLines = ({ worked }: Pick<Year, 'worked'>): string[] =>
  worked.length === 0 ? ['没有'] : worked.map((day) => `${formatDay(day)}（${formatWeekday(day)}）`)

export const stateText = ({ state, entered }: Pick<Year, 'state' | 'entered'>): string =>
  entered ? '工委已录入' : state === 'final' ? '按国务院办公厅通知' : '暂按法定节假日'

/** What a provisional year means for those who wait for a term. */
export const provisionalText = (year: number): string =>
  `${year}年的放假安排还没有录入，暂按法定节假日计算，没有调休。通知公布后请录入，登记截止日可能提前或推后几天`
