import { type Cell, type CellStyle, writeXlsx, type WriteSheet } from 'hucre/xlsx'
import { columnName, HEAD_ROWS, type PaperSheet, type SheetCell, type SheetPaper } from '@domain/papers/paper'

const thin = { style: 'thin' as const }
const border: CellStyle['border'] = { top: thin, right: thin, bottom: thin, left: thin }
const wrapped = { vertical: 'center' as const, wrapText: true }

const bodyStyle: CellStyle = { font: { name: '仿宋', size: 12 }, border, alignment: wrapped }
const headStyle: CellStyle = {
  font: { name: '黑体', size: 12 },
  border,
  alignment: { ...wrapped, horizontal: 'center' },
}
const titleStyle: CellStyle = {
  font: { name: '方正小标宋简体', size: 18 },
  alignment: { horizontal: 'center', vertical: 'center' },
}
const noteStyle: CellStyle = { font: { name: '仿宋', size: 12 }, alignment: { vertical: 'center' } }

const valueOf = (cell: SheetCell) =>
  cell !== null && typeof cell === 'object' ? cell.value : cell === '' ? null : cell

/** Points of a line of 12 pt; a Chinese character of it is this many of a column's units wide. */
const LINE = 18
const WIDE = 2.3

/** In Chinese characters: digits and Latin letters are half as wide. */
const lengthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character > 'ÿ' ? 1 : 0.5), 0)

/** Not every reader makes a row as high as its wrapped text: it is said. */
const heightOf = (row: readonly SheetCell[], columns: PaperSheet['columns']): number =>
  LINE *
  row.reduce<number>((most, cell, index) => {
    const room = Math.max(1, (columns[index]?.width ?? 1) / WIDE)
    return typeof cell === 'string' ? Math.max(most, Math.ceil(lengthOf(cell) / room)) : most
  }, 1)

/** Whom the hand signs for, with room behind each. */
const footText = (who: readonly string[]): string => who.map((one) => `${one}：`).join('\u3000'.repeat(12))

/** The row (from 0) under the last line. */
const endOf = ({ rows }: PaperSheet): number => rows.length + HEAD_ROWS

type Cells = [place: string, cell: Partial<Cell>][]

const formulasOf = (row: readonly SheetCell[], line: number): Cells =>
  row.flatMap((cell, index): Cells =>
    cell !== null && typeof cell === 'object'
      ? [[`${line},${index}`, { formula: cell.formula, formulaResult: cell.value, value: cell.value }]]
      : [],
  )

/** What is said of single cells; all others are as their column, since an object for each of hundreds of thousands has no room. */
const cellsOf = ({ columns, rows, foot }: PaperSheet, end: number): Map<string, Partial<Cell>> =>
  new Map<string, Partial<Cell>>([
    ['0,0', { style: titleStyle }],
    ['1,0', { style: noteStyle }],
    ...columns.map((_, index): [string, Partial<Cell>] => [`2,${index}`, { style: headStyle }]),
    ...rows.flatMap((row, line) => formulasOf(row, line + HEAD_ROWS)),
    ...(foot ? [[`${end},0`, { style: noteStyle }] satisfies [string, Partial<Cell>]] : []),
  ])

const heightsOf = ({ columns, rows, foot }: PaperSheet, end: number): Map<number, { height: number }> =>
  new Map([
    [0, { height: 30 }],
    [HEAD_ROWS - 1, { height: LINE * 2 }],
    ...rows.map((row, line): [number, { height: number }] => [
      line + HEAD_ROWS,
      { height: heightOf(row, columns) },
    ]),
    ...(foot ? [[end, { height: 30 }] satisfies [number, { height: number }]] : []),
  ])

/** A4 across, one page wide, headings on every page: as it is printed and bound. */
function sheetOf(sheet: PaperSheet): WriteSheet {
  const { name, title, note, columns, rows, foot } = sheet
  const last = columns.length - 1
  const end = endOf(sheet)
  const wide = [0, 1, ...(foot ? [end] : [])]
  return {
    name,
    columns: columns.map(({ width }) => ({ width, style: bodyStyle })),
    rows: [
      [title],
      [note],
      columns.map((column) => column.title),
      ...rows.map((row) => row.map(valueOf)),
      ...(foot ? [[footText(foot)]] : []),
    ],
    cells: cellsOf(sheet, end),
    merges: wide.map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: last })),
    rowDefs: heightsOf(sheet, end),
    freezePane: { rows: HEAD_ROWS },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$1:$${HEAD_ROWS}`,
      printArea: `$A$1:$${columnName(last)}$${end + (foot ? 1 : 0)}`,
    },
    headerFooter: { oddFooter: '&C— &P —' },
  }
}

/** A paper as .xlsx, made at `now` (ms). */
export const writeExcel = ({ sheets }: SheetPaper, now: number): Promise<Uint8Array> => {
  const made = new Date(now)
  return writeXlsx({
    sheets: sheets.map(sheetOf),
    properties: { creator: '先锋双岗', created: made, modified: made },
  })
}
