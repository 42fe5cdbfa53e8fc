import type { Context } from '../dispatch/useCase'
import { downloadFile } from '../wx/files'
import { readBook, type Unreadable, MOST_ROWS } from './readBook'
import { readRows, type RowsRead } from './readRows'

/** Bytes of a file, inclusive. */
const MOST_BYTES = 5 * 1024 * 1024

export type OpenedFile = RowsRead | Unreadable | 'no_header'

/** Reads an uploaded register. What leaves this function is what the product keeps; the file itself is the caller's to delete. */
export async function openFile(fileId: string, { today }: Context): Promise<OpenedFile> {
  const bytes = await downloadFile(fileId)
  if (!bytes) return 'file_unreadable'
  if (bytes.length > MOST_BYTES) return 'file_too_large'
  const sheets = await readBook(bytes)
  if (typeof sheets === 'string') return sheets
  const read = readRows(sheets, today)
  if (!read) return 'no_header'
  return read.rows.length > MOST_ROWS ? 'file_too_large' : read
}
