import type { Merge, Sheet } from '@domain/registry/cell'
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { unpackedSize } from './unpackedSize'

/** Rows of all sheets together, inclusive. */
export const MOST_ROWS = 20_000
/** Bytes an .xlsx of that many rows may unpack to; one of 5 MB that wants more is a bomb. */
const MOST_UNPACKED = 120 * 1024 * 1024
/** Columns beyond these are nobody's register. */
const MOST_COLUMNS = 200

export type Unreadable = 'file_unreadable' | 'file_too_large'

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

/** Text as Excel in China writes it: with a mark as UTF-8 or UTF-16, else UTF-8 when it is that without a fault, else GB18030. */
function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const text = new TextDecoder('gb18030').decode(bytes)
    // What is no text in either has control characters, or signs that stand for nothing, all over.
    const strange = text.match(/[^\P{Cc}\t\r\n]|\ufffd/gu)?.length ?? 0
    return strange > text.length / 50 ? null : text
  }
}

function readText(bytes: Uint8Array): Sheet[] | Unreadable {
  const text = decode(bytes)
  if (text === null || text.includes('\u0000')) return 'file_unreadable'
  const rows = parseCsv(text, { skipBom: true })
  return rows.length > MOST_ROWS ? 'file_too_large' : [{ name: '', rows, merges: [] }]
}

async function readZip(bytes: Uint8Array): Promise<Sheet[] | Unreadable> {
  const size = unpackedSize(bytes)
  if (size === null) return 'file_unreadable'
  if (size > MOST_UNPACKED) return 'file_too_large'
  const book = await readXlsx(bytes, {
    sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden,
    maxRows: MOST_ROWS + 1,
  })
  const sheets = book.sheets.map(({ name, rows, merges = [] }) => ({
    name,
    rows: rows.map((row) => row.slice(0, MOST_COLUMNS)),
    merges: merges.filter(({ endCol }: Merge) => endCol < MOST_COLUMNS),
  }))
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  return rows > MOST_ROWS ? 'file_too_large' : sheets
}

/** The visible sheets of an .xlsx, or the one of a .csv; by what the file is, not by its name. An old .xls is neither. */
export async function readBook(bytes: Uint8Array): Promise<Sheet[] | Unreadable> {
  if (bytes.length === 0) return 'file_unreadable'
  try {
    return isZip(bytes) ? await readZip(bytes) : readText(bytes)
  } catch {
    // The reader's own words may quote the file.
    return 'file_unreadable'
  }
}
