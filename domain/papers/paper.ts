/** A line of a paper's table: what stands there, and how many empty ruled rows follow for the hand. Without either, 无 is written. */
export interface PaperField {
  label: string
  lines: readonly string[]
  /** Empty rows of 28 pt for the hand. */
  blank?: number
}

export interface PaperColumn {
  title: string
  /** Share of the width. */
  width: number
}

/** What stands on a page of a paper, from top to bottom. */
export type PaperBlock =
  /** `onNewPage`: on top of the next one, without a blank one where the page before is full. */
  | { is: 'heading'; text: string; onNewPage?: true }
  | { is: 'text'; text: string }
  | { is: 'fields'; fields: readonly PaperField[] }
  /** Its heading repeats on every page, and no row is torn. `isSmall`: of many narrow columns, in small letters. */
  | { is: 'table'; columns: readonly PaperColumn[]; rows: readonly (readonly string[])[]; isSmall?: true }
  /** The first page of a book: its title, and whose it is. */
  | { is: 'cover'; title: string; lines: readonly string[] }
  /** Whom the hand signs for, one line each. */
  | { is: 'signatures'; who: readonly string[] }
  | { is: 'page' }

/** Ruled rows of 28 pt under a name, where the hand writes. */
export const hand = (label: string, blank: number): PaperBlock => ({
  is: 'fields',
  fields: [{ label, lines: [], blank }],
})

/** A paper for Word: data alone, so that page, paper and recomputation can be held against one another. */
export interface TextPaper {
  /** First line where it is not in the book yet. */
  isDraft: boolean
  title: string
  blocks: readonly PaperBlock[]
  /** At the foot of the last page, as 第2次成册. */
  foot?: string
}

/** A number or a text; or a formula with the value it comes to, since a phone's preview may not calculate. */
export type SheetCell = string | number | null | { formula: string; value: number }

export interface PaperSheet {
  name: string
  title: string
  /** Under the title: whose it is, and what it says of. */
  note: string
  columns: readonly PaperColumn[]
  rows: readonly (readonly SheetCell[])[]
  /** Whom the hand signs for, in one line under the table. */
  foot?: readonly string[]
}

/** A paper for Excel. */
export interface SheetPaper {
  sheets: readonly PaperSheet[]
}

/** Rows of a sheet above its first line: title, whose it is, headings. */
export const HEAD_ROWS = 3

/** The row of a sheet on which its n-th line (from 0) stands, as Excel counts. */
export const sheetRow = (n: number): number => n + HEAD_ROWS + 1

/** `columnName(0) // 'A'`, `columnName(27) // 'AB'` */
export const columnName = (n: number): string =>
  n < 26 ? String.fromCharCode(65 + n) : columnName(Math.floor(n / 26) - 1) + columnName(n % 26)

/** Cells of a column (from 0) over so many lines of its sheet, one at least: `columnRange(2, 9) // '$C$4:$C$12'` */
export const columnRange = (column: number, lines: number): string => {
  const letter = columnName(column)
  return `$${letter}$${sheetRow(0)}:$${letter}$${sheetRow(Math.max(0, lines - 1))}`
}

/** The same on another sheet, under a heading: `cellsUnder('来源', columns, '补录', 9) // "'来源'!$F$4:$F$12"` */
export const cellsUnder = <T extends string>(
  sheet: string,
  columns: readonly { title: T }[],
  title: T,
  lines: number,
): string =>
  `'${sheet}'!${columnRange(
    columns.findIndex((column) => column.title === title),
    lines,
  )}`
