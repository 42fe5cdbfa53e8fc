import { detectDelimiter, parseCsv } from 'hucre/csv'
import { readXlsx, streamXlsxRows } from 'hucre/xlsx'
import { type Refusal, refuse } from '@domain/contract/answer'
import type { Cell, Merge, Sheet } from '@domain/registry/cell'
import { isEmpty } from '@domain/registry/rowKind'
import type { Context } from '../../entry/useCase'
import { downloadFile } from '../../wx/files'
import { phoneHash } from '../identity/phoneHash'
import { openQuote, openZip } from './openZip'
import { readRows, type RowsRead } from './readRows'

/** Rows of all sheets together that say something, inclusive. */
export const MOST_ROWS = 20_000
/** Bytes an .xlsx of that many rows may unpack to; one of 5 MB that wants more is a bomb. */
const MOST_UNPACKED = 120 * 1024 * 1024
/** Columns beyond these are nobody's register; GR is the last of them. */
const MOST_COLUMNS = 200
const LAST_COLUMN = 'GR'
/** Rows of any spreadsheet. */
const LAST_ROW = 1_048_576

const unreadable = refuse('file_unreadable')
const tooLarge = refuse('file_too_large')

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

/** Empty rows are none, however many a format or a stray cell has drawn out. */
const countRows = (sheets: readonly Sheet[]): number =>
  sheets.reduce((sum, { rows }) => sum + rows.filter((cells) => !isEmpty(cells)).length, 0)

function readText(bytes: Uint8Array): Sheet[] | Refusal {
  const text = decode(bytes)?.replace(/^\ufeff/, '')
  if (text === undefined || text.includes('\u0000')) return unreadable
  const delimiter = detectDelimiter(text)
  const line = openQuote(text, delimiter)
  if (line !== null) return refuse('quote_open', { line })
  return [{ name: '', rows: parseCsv(text, { delimiter }), merges: [] }]
}

/** Rows with something in them below those that are read at once: a stray cell far down, or a register that is too long. */
async function rowsBelow(bytes: Uint8Array, sheet: string): Promise<Map<number, Cell[]>> {
  const below = new Map<number, Cell[]>()
  const range = `A${MOST_ROWS + 2}:${LAST_COLUMN}${LAST_ROW}`
  for await (const { index, values } of streamXlsxRows(bytes, { sheet, range })) {
    if (isEmpty(values)) continue
    below.set(index, values)
    if (below.size > MOST_ROWS) break
  }
  return below
}

async function readZip(original: Uint8Array): Promise<Sheet[] | Refusal> {
  const zip = openZip(original)
  if (!zip) return unreadable
  if (zip.size > MOST_UNPACKED) return tooLarge
  const hidden: string[] = []
  const book = await readXlsx(zip.bytes, {
    sheets: ({ name, hidden: isHidden, veryHidden }) => {
      if (isHidden || veryHidden) hidden.push(name)
      return !isHidden && !veryHidden
    },
    // The reader makes every row up to the last one: a stray cell would cost a million.
    range: `A1:${LAST_COLUMN}${MOST_ROWS + 1}`,
  })
  const is1904 = book.dateSystem === '1904'
  const sheets: Sheet[] = []
  for (const { name, rows, merges = [] } of book.sheets) {
    for (const [index, values] of await rowsBelow(zip.bytes, name)) rows[index] = values
    sheets.push({ name, rows, merges: merges.filter(({ endCol }: Merge) => endCol < MOST_COLUMNS), is1904 })
  }
  return [...sheets, ...hidden.map((name) => ({ name, rows: [], merges: [], isHidden: true }))]
}

/** The visible sheets of an .xlsx, or the one of a .csv; by what the file is, not by its name. An old .xls is neither. */
export async function readBook(bytes: Uint8Array): Promise<Sheet[] | Refusal> {
  if (bytes.length === 0) return unreadable
  try {
    const sheets = isZip(bytes) ? await readZip(bytes) : readText(bytes)
    if ('reason' in sheets) return sheets
    return countRows(sheets) > MOST_ROWS ? tooLarge : sheets
  } catch {
    // The reader's own words may quote the file.
    return unreadable
  }
}

/** Bytes of a file, inclusive. */
const MOST_BYTES = 5 * 1024 * 1024

/** The sheets of an uploaded file; the file itself is the caller's to delete. */
export async function openSheets(fileId: string): Promise<Sheet[] | Refusal> {
  const bytes = await downloadFile(fileId)
  if (!bytes) return refuse('file_unreadable')
  return bytes.length > MOST_BYTES ? refuse('file_too_large') : readBook(bytes)
}

/** Reads an uploaded register. What leaves this function is what the product keeps. */
export async function openFile(fileId: string, { today }: Context): Promise<RowsRead | Refusal> {
  const sheets = await openSheets(fileId)
  if ('reason' in sheets) return sheets
  const read = readRows(sheets, { today, hashOf: phoneHash })
  if (!read) return refuse('no_header')
  return read.rows.length > MOST_ROWS ? refuse('file_too_large') : read
}
