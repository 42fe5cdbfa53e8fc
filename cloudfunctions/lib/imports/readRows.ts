import type { Day } from '@domain/org/organisation'
import type { Sheet } from '@domain/registry/cell'
import type { ReadRow } from '@domain/registry/entry'
import { plainName } from '@domain/registry/plainName'
import { readSheet } from '@domain/registry/readSheet'
import type { ImportHead } from './stored'

export interface RowsRead {
  rows: ReadRow[]
  /** What each sheet says of itself, by its name. */
  about: Map<string, string[]>
  taken: ImportHead['taken']
  ignored: ImportHead['ignored']
}

const keyOf = (row: ReadRow): string | undefined => {
  if (!('entry' in row)) return undefined
  return row.kind === 'member'
    ? `${row.entry.name} ${row.entry.phoneTail}`
    : `${plainName(row.entry.name)} ${plainName(row.entry.parent ?? '')}`
}

/** The first row of a person stands, the others are refused: which of them is right only its writer knows. */
function refuseRepeated(rows: ReadRow[]): ReadRow[] {
  const seen = new Set<string>()
  return rows.map((row) => {
    const key = keyOf(row)
    if (key === undefined || !('entry' in row)) return row
    if (!seen.has(key)) {
      seen.add(key)
      return row
    }
    const { sheet, line, kind } = row
    const place = row.kind === 'member' ? row.entry.branch : row.entry.parent
    return {
      sheet,
      line,
      kind,
      stop: 'refuse',
      reason: 'twice_in_file',
      name: row.entry.name,
      branch: place ?? '',
    }
  })
}

/** Every register in a file, organisations first: its members may be of them. null: there is none. */
export function readRows(sheets: readonly Sheet[], today: Day): RowsRead | null {
  const found = sheets.map((sheet) => readSheet(sheet, today)).filter((sheet) => sheet !== null)
  if (found.length === 0) return null
  const isFirst = (title: string, list: { title: string }[], i: number) =>
    list.findIndex((one) => one.title === title) === i
  const organisations = found.filter(({ header }) => header.kind === 'organisation')
  const members = found.filter(({ header }) => header.kind === 'member')
  const all = [...organisations, ...members]
  return {
    rows: refuseRepeated(all.flatMap(({ rows }) => rows)),
    about: new Map(all.map(({ rows, about }) => [rows[0]?.sheet ?? '', about])),
    taken: all.flatMap(({ header }) => header.taken).filter(({ title }, i, list) => isFirst(title, list, i)),
    ignored: all
      .flatMap(({ header }) => header.ignored)
      .filter(({ title }, i, list) => isFirst(title, list, i)),
  }
}
