import type { Day } from '../org/organisation'
import { type Cell, textOf, withoutSpaces } from './cell'
import { digitsOf, numberOf } from './chineseNumber'

/** The party was founded in 1921; no register reaches beyond 2100. */
const years = { from: 1921, to: 2100 }
/** Serial numbers of those years, as Excel counts days. */
const serials = { from: 7672, to: 73_415 }
const serialEpoch = Date.UTC(1899, 11, 30)

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
      return new Date(serialEpoch + value * 86_400_000).toISOString().slice(0, 10)
    return fromDigits(String(value))
  }
  const [year = '', month = ''] = String(value).split('.')
  // A number has lost its last zero: 1998.1 was January or October. A time of day after a serial is longer.
  if (year.length === 4)
    return month === '1' || month.length > 2 ? null : dayFrom(Number(year), Number(month))
  return value >= serials.from && value <= serials.to + 1 ? fromNumber(Math.floor(value)) : null
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
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime())
      ? null
      : dayFrom(cell.getUTCFullYear(), cell.getUTCMonth() + 1, cell.getUTCDate())
  const spoken = textOf(cell)
  if (spoken === '') return undefined
  if (typeof cell === 'number') return fromNumber(cell)
  // What follows a full date after a space or T is a time of day.
  const text = withoutSpaces(fromChinese(spoken.replace(/(\d)[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '$1')))
  const found = /^(\d{4})(?:[-./年](?:(\d{1,2})(?:[-./月](?:(\d{1,2})[日号]?)?)?)?)?$/.exec(text)
  if (found) return dayFrom(Number(found[1]), Number(found[2] ?? 1), Number(found[3] ?? 1))
  return /^\d{5}$/.test(text) ? fromNumber(Number(text)) : fromDigits(text)
}
