import fs from 'node:fs'
import SqliteDatabase from 'libsql'
import { FolderLock } from './FolderLock'
import { openCopy } from './openCopy'
import { moveWhole, StoreFiles } from './StoreFiles'

type Sqlite = InstanceType<typeof SqliteDatabase>

const schema = `
  CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS documents (ordinal INTEGER PRIMARY KEY, collection TEXT NOT NULL, body TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS outbox (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`

const tables: Record<string, readonly string[]> = {
  collections: ['name'],
  documents: ['ordinal', 'collection', 'body'],
  outbox: ['id', 'body'],
  meta: ['name', 'value'],
}

function open(file: string, synced: boolean): Sqlite {
  const db = new SqliteDatabase(file)
  db.pragma('journal_mode = WAL')
  // FULL: a committed transaction has been synced to the disk before the answer leaves. OFF: the system has it, and syncs when it likes.
  db.pragma(`synchronous = ${synced ? 'FULL' : 'OFF'}`)
  // The log is moved into the file by StoreFiles.seal only.
  db.pragma('wal_autocheckpoint = 0')
  return db
}

export interface StoredRow {
  ordinal: number
  collection: string
  body: string
}

/** The truth on disk: one row a document, one SQLite transaction a request. */
export class Journal {
  readonly isNew: boolean
  private readonly lock: FolderLock
  private readonly files: StoreFiles
  private readonly db: Sqlite
  private broken: Error | undefined
  private depth = 0
  private readonly statements

  /** `synced`: whether what was answered survives a power cut, too; the end of the process it survives in any case. */
  constructor(dataDir: string, synced = true) {
    fs.mkdirSync(dataDir, { recursive: true })
    this.lock = new FolderLock(dataDir)
    this.files = new StoreFiles(dataDir)
    try {
      this.files.mend(schema)
      this.db = open(this.files.main, synced)
    } catch (error) {
      this.lock.release()
      throw error
    }
    this.statements = {
      put: this.db.prepare('INSERT OR REPLACE INTO documents (ordinal, collection, body) VALUES (?, ?, ?)'),
      remove: this.db.prepare('DELETE FROM documents WHERE ordinal = ?'),
      meta: this.db.prepare('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)'),
      outbox: this.db.prepare('INSERT INTO outbox (id, body) VALUES (?, ?)'),
      collection: this.db.prepare('INSERT OR IGNORE INTO collections (name) VALUES (?)'),
    }
    this.isNew = this.db.prepare('SELECT 1 FROM documents LIMIT 1').get() === undefined
  }

  /**
   * Runs `work` in one SQLite transaction. What `work` wrote before it threw is kept, as MongoDB keeps the
   * documents written before the one that failed. When the disk itself fails, memory is ahead of it: nothing
   * is answered any more.
   */
  batch<T>(work: () => T): T {
    this.guardOpen()
    if (this.depth > 0) return work()
    this.guard(() => this.db.exec('BEGIN IMMEDIATE'))
    this.depth += 1
    try {
      return work()
    } finally {
      this.depth -= 1
      this.guard(() => this.db.exec('COMMIT'))
    }
  }

  private guard(step: () => unknown): void {
    try {
      step()
    } catch (error) {
      this.broken = error instanceof Error ? error : new Error(String(error))
      throw error
    }
  }

  put(row: StoredRow): void {
    this.guard(() => this.statements.put.run(row.ordinal, row.collection, row.body))
  }

  remove(ordinal: number): void {
    this.guard(() => this.statements.remove.run(ordinal))
  }

  addCollection(name: string): void {
    this.statements.collection.run(name)
  }

  collections(): string[] {
    return (this.db.prepare('SELECT name FROM collections').all() as { name: string }[]).map(
      (row) => row.name,
    )
  }

  /** All documents in natural order, read in pages: half a million rows at once are a burden to the collector. */
  *rows(): Generator<StoredRow> {
    const page = this.db.prepare(
      'SELECT ordinal, collection, body FROM documents WHERE ordinal > ? ORDER BY ordinal LIMIT 5000',
    )
    for (let last = -1; ;) {
      const rows = page.all(last) as StoredRow[]
      const end = rows[rows.length - 1]
      if (end === undefined) return
      yield* rows
      last = end.ordinal
    }
  }

  setMeta(name: string, value: string): void {
    this.statements.meta.run(name, value)
  }

  meta(name: string): string | undefined {
    const row = this.db.prepare('SELECT value FROM meta WHERE name = ?').get(name) as
      { value: string } | undefined
    return row?.value
  }

  addMessage(id: number, body: string): void {
    this.statements.outbox.run(id, body)
  }

  messages(): string[] {
    return (this.db.prepare('SELECT body FROM outbox ORDER BY id').all() as { body: string }[]).map(
      (row) => row.body,
    )
  }

  /** Writes all of it, and what `complete` adds, to a file of its own, which is there whole or not at all. */
  copyTo(file: string, complete: (unfinished: string) => void): void {
    const unfinished = `${file}.unfinished`
    fs.rmSync(unfinished, { force: true })
    this.guardOpen()
    this.db.exec(`VACUUM INTO '${unfinished.replace(/'/g, "''")}'`)
    complete(unfinished)
    moveWhole(unfinished, file)
  }

  /** Puts what `copyTo` wrote in the place of everything here, or nothing without a file; all of it or none. */
  replaceAll(file: string | undefined, complete: () => void): void {
    this.guardOpen()
    const source = file === undefined ? undefined : openCopy(file)
    this.db.exec('BEGIN IMMEDIATE')
    try {
      for (const [table, columns] of Object.entries(tables)) {
        this.db.exec(`DELETE FROM ${table}`)
        if (source !== undefined) this.fill(source, table, columns)
      }
      complete()
      this.db.exec('COMMIT')
    } catch (error) {
      this.db.exec('ROLLBACK')
      throw error
    } finally {
      source?.close()
    }
  }

  private fill(source: Sqlite, table: string, columns: readonly string[]): void {
    const places = columns.map(() => '?').join(', ')
    const insert = this.db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`)
    const rows = source
      .prepare(`SELECT ${columns.join(', ')} FROM ${table}`)
      .raw()
      .iterate() as Iterable<unknown[]>
    for (const row of rows) insert.run(...row)
  }

  private guardOpen(): void {
    if (this.broken !== undefined) throw new Error(`the journal failed earlier: ${this.broken.message}`)
  }

  close(): void {
    if (this.broken === undefined) this.files.seal(this.db)
    this.db.close()
    this.lock.release()
  }
}
