import type { RowReason } from '../contract/imports'
import type { Day } from '../time/day'
import { type Cell, clean, harmless, type Merge, type Sheet, textOf, textsOf, withoutSpaces } from './cell'
import type { Field } from './columns'
import type { ReadRow, StoppedRow } from './entry'
import { fillMerged } from './fillMerged'
import { cutOut, findHeader, type Header, tablesOf } from './header'
import { type CellOf, memberEntry, type PhoneReading } from './memberEntry'
import { organisationEntry } from './organisationEntry'
import { from1904 } from './parseDay'
import { isEmpty, looksLikePerson, rowKind } from './rowKind'

export interface SheetRead {
  /** Absent: no register. */
  header?: Header
  /** Every row with anything in it, once; of empty ones between them the first. */
  rows: ReadRow[]
  /** Name of the sheet and what stands above the titles: may say which branch it is of. Kept nowhere. */
  about: string[]
}

export interface Reading extends Pick<PhoneReading, 'hashOf'> {
  today: Day
}

/** How one sheet is read. */
interface SheetReading extends Reading {
  is1904: boolean
}

const dated: readonly Field[] = ['joinedOn', 'regularOn', 'since', 'foundedOn', 'termEndsOn']

/**
 * The registers of a sheet, row by row: one, or several that stand side by side. `label`: what the sheet is called for the reader, unlike any
 * other of its file. Lines are counted as Excel shows them.
 */
export function readSheet(sheet: Sheet, label: string, of: Reading): SheetRead[] {
  const { name, rows, merges, is1904 = false } = sheet
  const reading = { ...of, is1904 }
  fillMerged(rows, merges)
  const header = findHeader(rows)
  if (!header) return [{ rows: unread(rows, label), about: [] }]
  const above = rows.slice(0, header.end).flatMap(textsOf)
  const about = [withoutSpaces(clean(name)), ...new Set(above)]
  const spans = tablesOf(header)
  if (spans.length === 1) return [{ header, rows: readTable(rows, merges, header, label, reading), about }]
  return spans.map((span, i) => {
    const cut = cutOut(rows, merges, span)
    const own = findHeader(cut.rows)
    const place = `${label} 左起第${i + 1}栏`.trim()
    return own
      ? { header: own, rows: readTable(cut.rows, cut.merges, own, place, reading), about }
      : { rows: unread(cut.rows, place), about: [] }
  })
}

const stopped = (
  at: { sheet: string; line: number },
  kind: StoppedRow['kind'],
  stop: StoppedRow['stop'],
  ...reasons: RowReason[]
): StoppedRow => ({ ...at, kind, stop, reasons, name: '', branch: '' })

/** Rows without titles over them: who seems to stand in one is told, nobody is passed over in silence. */
function unread(rows: readonly (readonly Cell[])[], sheet: string): StoppedRow[] {
  return rows.flatMap((cells, i) => {
    if (isEmpty(cells)) return []
    const at = { sheet, line: i + 1 }
    return looksLikePerson(cells)
      ? stopped(at, 'member', 'refuse', 'no_titles')
      : stopped(at, 'member', 'skip', 'no_register')
  })
}

function readTable(
  rows: readonly Cell[][],
  merges: readonly Merge[],
  header: Header,
  sheet: string,
  reading: SheetReading,
): ReadRow[] {
  const continued = continuedRows(merges, header)
  const read: ReadRow[] = []
  let over = ''
  let isAfterEmpty = false
  const last = rows.reduce((found, cells, i) => (isEmpty(cells) ? found : i), -1)
  for (let i = 0; i <= last; i += 1) {
    const cells = rows[i] ?? []
    const isBlank = isEmpty(cells)
    if (isBlank && isAfterEmpty) continue
    isAfterEmpty = isBlank
    const at = { sheet, line: i + 1 }
    const skip = isBlank
      ? 'empty_row'
      : i < header.end
        ? 'title_row'
        : continued.has(i)
          ? 'continued_row'
          : rowKind(cells, header)
    if (skip) read.push(stopped(at, header.kind, 'skip', skip))
    else read.push(underLine(rowOf(at, cells, header, reading), over, header))
    if (skip === 'title_row' && i >= header.end) over = textsOf(cells).join('')
  }
  return read
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
  { kind, columns, isTailColumn }: Header,
  { today, hashOf, is1904 }: SheetReading,
): ReadRow {
  const cell: CellOf = (field: Field) => {
    const index = columns[field]
    if (index === undefined) return undefined
    const value = cells[index] ?? null
    return is1904 && dated.includes(field) ? from1904(value) : value
  }
  const text = (field: Field) => harmless(withoutSpaces(textOf(cell(field))), 20)
  if (kind === 'member') {
    const entry = memberEntry(cell, today, { isTailColumn, hashOf })
    return Array.isArray(entry)
      ? { ...stopped(at, kind, 'refuse', ...entry), name: text('name'), branch: text('branch') }
      : { ...at, kind, entry }
  }
  const entry = organisationEntry(cell, today)
  return typeof entry === 'string'
    ? { ...stopped(at, kind, 'refuse', entry), name: text('organisation'), branch: text('parent') }
    : { ...at, kind, entry }
}
