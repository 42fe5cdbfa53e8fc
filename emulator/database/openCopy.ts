import SqliteDatabase from 'libsql'
import { isWholeDatabase } from './StoreFiles'

/** A file that should be a copy of a data folder and is not, or no longer. */
export class NotACopyError extends Error {
  override readonly name = 'NotACopyError'
}

const tables = ['collections', 'documents', 'outbox', 'meta', 'files']

/** A copy of a whole data folder, read only. */
export function openCopy(file: string): InstanceType<typeof SqliteDatabase> {
  if (!isWholeDatabase(file)) throw new NotACopyError(`not a snapshot, or a damaged one: ${file}`)
  const db = new SqliteDatabase(file, { readonly: true })
  try {
    const rows = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[]
    const present = new Set(rows.map(({ name }) => name))
    const [{ quick_check: verdict } = { quick_check: '' }] = db.prepare('PRAGMA quick_check(1)').all() as {
      quick_check: string
    }[]
    if (verdict === 'ok' && tables.every((table) => present.has(table))) return db
  } catch {
    // Not a database inside, whatever its header says.
  }
  db.close()
  throw new NotACopyError(`not a snapshot, or a damaged one: ${file}`)
}
