import type { Day } from '../org/organisation'
import { addDays } from './day'

/**
 * 国务院办公厅关于2026年部分节假日安排的通知 (2025-11-04). Both days inclusive. The next year's table is added here when its notice is out;
 * without it only weekends are days off, so a term may end earlier than it should, never later.
 */
const holidays: readonly { name: string; from: Day; to: Day; worked: readonly Day[] }[] = [
  { name: '元旦', from: '2026-01-01', to: '2026-01-03', worked: ['2026-01-04'] },
  { name: '春节', from: '2026-02-15', to: '2026-02-23', worked: ['2026-02-14', '2026-02-28'] },
  { name: '清明节', from: '2026-04-04', to: '2026-04-06', worked: [] },
  { name: '劳动节', from: '2026-05-01', to: '2026-05-05', worked: ['2026-05-09'] },
  { name: '端午节', from: '2026-06-19', to: '2026-06-21', worked: [] },
  { name: '中秋节', from: '2026-09-25', to: '2026-09-27', worked: [] },
  { name: '国庆节', from: '2026-10-01', to: '2026-10-07', worked: ['2026-09-20', '2026-10-10'] },
]

const daysOf = (from: Day, to: Day): Day[] => (from > to ? [] : [from, ...daysOf(addDays(from, 1), to)])

/** Days off by statute. */
export const daysOff: ReadonlySet<Day> = new Set(holidays.flatMap(({ from, to }) => daysOf(from, to)))

/** Weekend days worked in exchange (调休). */
export const makeUpWorkdays: ReadonlySet<Day> = new Set(holidays.flatMap(({ worked }) => worked))
