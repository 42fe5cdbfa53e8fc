import { addDays, type Day } from '../time/day'
import { type Cell, textOf, withoutSpaces } from './cell'
import { digitsOf, numberOf } from './chineseNumber'

/** The party was founded in 1921; no register reaches beyond 2100. */
const years = { from: 1921, to: 2100 }
/** Serial numbers of those years, as Excel counts days. */
const serials = { from: 7672, to: 73_415 }
const serialEpoch = Date.UTC(1899, 11, 30)
/** Days from there to 1 January 1904, where the other way to count begins. */
const to1904 = 1462
const DAY = 86_400_000
/**
 * An instant in the last minute of a day is the next one: programs that know the Shanghai of 1900, 5 min 43 s off, write midnight as 43 s
 * before it.
 */
const MINUTE = 60_000

/** A serial number of a workbook that counts from 1904 as one of all others: `from1904(44620) // 46082`. Years and dates in digits stay. */
export const from1904 = (cell: Cell | undefined): Cell | undefined =>
  typeof cell === 'number' && cell >= serials.from - to1904 && cell <= serials.to - to1904
    ? cell + to1904
    : cell

const dayFrom = (year: number, month = 1, date = 1): Day | null => {
  if (year < years.from || year > years.to) return null
  const at = new Date(Date.UTC(year, month - 1, date))
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === date
  return isReal ? at.toISOString().slice(0, 10) : null
}

function fromNumber(value: number): Day | null {
  if (Number.isInteger(value)) {
    if (value >= years.from && value <= years.to) return dayFrom(value)
    if (value >= serials.from && value <= serials.to)
      return new Date(serialEpoch + value * DAY).toISOString().slice(0, 10)
    return fromDigits(String(value))
  }
  const [year = '', month = ''] = String(value).split('.')
  // A number has lost its last zero: 1998.1 was January or October. A time of day after a serial is longer.
  if (year.length === 4)
    return month === '1' || month.length > 2 ? null : dayFrom(Number(year), Number(month))
  return value >= serials.from && value <= serials.to + 1
    ? fromNumber(Math.floor(value + MINUTE / DAY))
    : null
}

/** 19980701, 199807 */
function fromDigits(text: string): Day | null {
  const found = /^(\d{4})(\d{2})(\d{2})?$/.exec(text)
  return found ? dayFrom(Number(found[1]), Number(found[2]), found[3] ? Number(found[3]) : 1) : null
}

/** 一九九八年七月一日: the year digit by digit, month and day as numbers. */
const fromChinese = (text: string): string =>
  text
    .replace(/^[〇○零一二三四五六七八九]{4}(?=年)/, digitsOf)
    .replace(/[一二三四五六七八九十]+(?=[月日号])/g, (part) => String(numberOf(part) ?? part))

/**
 * The day a cell means, the first of its month or year when no more is said: `parseDay('1998.7') // '1998-07-01'`. `undefined`: nothing
 * stands there; `null`: something that is no day, or not surely one.
 */
export function parseDay(cell: Cell | undefined): Day | null | undefined {
  if (cell instanceof Date) {
    const at = new Date(cell.getTime() + MINUTE)
    return Number.isNaN(at.getTime())
      ? null
      : dayFrom(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate())
  }
  const spoken = textOf(cell)
  if (spoken === '') return undefined
  if (typeof cell === 'number') return fromNumber(cell)
  // What follows a full date after a space or T is a time of day.
  const time = /(?<=\d)[ T](\d{1,2}:\d{2})(:\d{2}(\.\d+)?)?Z?$/.exec(spoken)
  const day = dayOfText(withoutSpaces(fromChinese(spoken.slice(0, time?.index))))
  return day !== null && time?.[1] === '23:59' ? addDays(day, 1) : day
}

function dayOfText(text: string): Day | null {
  const found = /^(\d{4})(?:[-./年](?:(\d{1,2})(?:[-./月](?:(\d{1,2})[日号]?)?)?)?)?$/.exec(text)
  if (found) return dayFrom(Number(found[1]), Number(found[2] ?? 1), Number(found[3] ?? 1))
  return /^\d{5}$/.test(text) ? fromNumber(Number(text)) : fromDigits(text)
}
