import type { RowReason } from '../contract/imports'
import type { Day } from '../org/organisation'
import { type Cell, clean, harmless, type Merge, type Sheet, textOf, withoutSpaces } from './cell'
import type { Field } from './columns'
import type { ReadRow } from './entry'
import { findHeader, type Header } from './header'
import { type CellOf, memberEntry } from './memberEntry'
import { organisationEntry } from './organisationEntry'
import { rowKind } from './rowKind'

export interface SheetRead {
  header: Header
  rows: ReadRow[]
  /** Name of the sheet and what stands above the titles: may say which branch it is of. Kept nowhere. */
  about: string[]
}

/** Cells that merging may fill; overlapping giants are nobody's register. */
const MOST_FILLED = 2_000_000

/** Merged cells all say what the first of them says. */
function fill(rows: Cell[][], merges: readonly Merge[]): void {
  let left = MOST_FILLED
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const value = rows[startRow]?.[startCol] ?? null
    const merged = rows.slice(startRow, endRow + 1)
    left -= merged.length * (endCol - startCol + 1)
    if (left < 0) return
    for (const cells of merged) for (let c = startCol; c <= endCol; c += 1) cells[c] = value
  }
}

/** A register on a sheet, row by row; null when the sheet is none. Lines are counted as Excel shows them. */
export function readSheet({ name, rows, merges }: Sheet, today: Day): SheetRead | null {
  fill(rows, merges)
  const header = findHeader(rows)
  if (!header) return null
  const sheet = harmless(clean(name), 30) || '1'
  let last = rows.length
  while (
    last > header.end &&
    (rows[last - 1] ?? []).every((cell) => textOf(cell) === '' && !(cell instanceof Date))
  )
    last -= 1
  const continued = continuedRows(merges, header)
  const read: ReadRow[] = []
  let over = ''
  for (let i = 0; i < last; i += 1) {
    const cells = rows[i] ?? []
    const skip = i < header.end ? 'title_row' : continued.has(i) ? 'continued_row' : rowKind(cells, header)
    const at = { sheet, line: i + 1 }
    if (skip) read.push({ ...at, kind: header.kind, stop: 'skip', reason: skip, name: '', branch: '' })
    else read.push(underLine(rowOf(at, cells, header, today), over, header))
    if (skip === 'title_row' && i >= header.end)
      over = cells.map((cell) => withoutSpaces(textOf(cell))).join('')
  }
  const above = rows.slice(0, header.end).flatMap((cells) => cells.map((cell) => withoutSpaces(textOf(cell))))
  return { header, rows: read, about: [withoutSpaces(clean(name)), ...new Set(above)] }
}

/** A register by branches may say the branch once, in a line over its members: 县财政局第一党支部（23人）. */
function underLine(row: ReadRow, over: string, { columns }: Header): ReadRow {
  if (!('entry' in row) || row.kind !== 'member' || columns.branch !== undefined || !over.includes('支部'))
    return row
  return { ...row, entry: { ...row.entry, branch: harmless(over.replace(/[(（:：].*$/, ''), 40) } }
}

/** Rows that a person's merged name reaches down into. */
function continuedRows(merges: readonly Merge[], { columns, kind }: Header): Set<number> {
  const at = columns[kind === 'member' ? 'name' : 'organisation']
  const own = merges.filter(({ startCol, endCol }) => at !== undefined && startCol <= at && at <= endCol)
  return new Set(
    own.flatMap(({ startRow, endRow }) =>
      Array.from({ length: endRow - startRow }, (_, i) => startRow + 1 + i),
    ),
  )
}

function rowOf(
  at: { sheet: string; line: number },
  cells: readonly Cell[],
  { kind, columns }: Header,
  today: Day,
): ReadRow {
  const cell: CellOf = (field: Field) => {
    const index = columns[field]
    return index === undefined ? undefined : (cells[index] ?? null)
  }
  const text = (field: Field) => harmless(withoutSpaces(textOf(cell(field))), 20)
  const refused = (reason: RowReason): ReadRow =>
    kind === 'member'
      ? { ...at, kind, stop: 'refuse', reason, name: text('name'), branch: text('branch') }
      : { ...at, kind, stop: 'refuse', reason, name: text('organisation'), branch: text('parent') }
  if (kind === 'member') {
    const entry = memberEntry(cell, today)
    return typeof entry === 'string' ? refused(entry) : { ...at, kind, entry }
  }
  const entry = organisationEntry(cell, today)
  return typeof entry === 'string' ? refused(entry) : { ...at, kind, entry }
}
