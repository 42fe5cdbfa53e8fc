import { type Refusal, refuse } from '@domain/contract/answer'
import type { Context } from '../../entry/useCase'
import { downloadFile } from '../../wx/files'
import { phoneHash } from '../identity/phoneHash'
import { MOST_ROWS, readBook } from './readBook'
import { readRows, type RowsRead } from './readRows'

/** Bytes of a file, inclusive. */
const MOST_BYTES = 5 * 1024 * 1024

/** Reads an uploaded register. What leaves this function is what the product keeps; the file itself is the caller's to delete. */
export async function openFile(fileId: string, { today }: Context): Promise<RowsRead | Refusal> {
  const bytes = await downloadFile(fileId)
  if (!bytes) return refuse('file_unreadable')
  if (bytes.length > MOST_BYTES) return refuse('file_too_large')
  const sheets = await readBook(bytes)
  if ('reason' in sheets) return sheets
  const read = readRows(sheets, { today, hashOf: phoneHash })
  if (!read) return refuse('no_header')
  return read.rows.length > MOST_ROWS ? refuse('file_too_large') : read
}
