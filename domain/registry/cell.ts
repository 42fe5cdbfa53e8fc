/** What stands in one cell of a sheet; a date is midnight UTC of its day. */
export type Cell = string | number | boolean | Date | null

/** Rows and columns from 0, both ends inclusive; its value stands in the first cell. */
export interface Merge {
  startRow: number
  startCol: number
  endRow: number
  endCol: number
}

export interface Sheet {
  name: string
  rows: Cell[][]
  merges: readonly Merge[]
  /** Days are counted from 1904, as Excel for the Mac did. */
  is1904?: boolean
  /** Not shown by Excel: named, and not read. */
  isHidden?: boolean
}

/** Zero-width, soft hyphen, direction marks, byte order marks, control characters: pasted along and never meant. */
const invisible = /[\p{Cf}\p{Cc}\u{FE00}-\u{FE0F}]/gu

/** How people write that there is nothing. */
const nothing = new Set([
  '无',
  '没有',
  '暂无',
  '空',
  '-',
  '--',
  '—',
  '——',
  '/',
  '\\',
  'N/A',
  '#N/A',
  'NULL',
  '#REF!',
  '#VALUE!',
  '0',
])

/** Full-width forms and Kangxi radicals become ordinary ones, runs of spaces one, invisible characters nothing. */
export const clean = (text: string): string =>
  text
    .replace(/[\n\r\t]+/g, ' ')
    .replace(invisible, '')
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()

/** The text of a cell; '' when there is nothing: `textOf(' １３８ ') // '138'`. */
export const textOf = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined || cell instanceof Date) return ''
  const text = clean(String(cell))
  return nothing.has(text.toUpperCase()) ? '' : text
}

/** The text of a cell with its own signs, for what is kept as somebody wrote it; a date as its day. '' where nothing stands. */
export const writtenIn = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return String(cell)
    .replace(/[\n\r\t]+/g, ' ')
    .replace(invisible, '')
    .trim()
}

export const withoutSpaces = (text: string): string => text.replace(/ /g, '')

/** What may be kept and shown of text from a file: a column that slipped must not carry a number of somebody along. */
export const harmless = (text: string, most: number): string =>
  text.replace(/\d[\d -]{4,}[\dXx]*/g, '…').slice(0, most)

/** The texts of a row's cells, without spaces inside. */
export const textsOf = (cells: readonly Cell[]): string[] => cells.map((cell) => withoutSpaces(textOf(cell)))
