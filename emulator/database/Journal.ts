import fs from 'node:fs'
import path from 'node:path'
import SqliteDatabase from 'libsql'
import { FolderLock } from './FolderLock'

type Sqlite = InstanceType<typeof SqliteDatabase>

const schema = `
  CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS documents (ordinal INTEGER PRIMARY KEY, collection TEXT NOT NULL, body TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS outbox (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`

function open(file: string): Sqlite {
  const db = new SqliteDatabase(file)
  db.pragma('journal_mode = WAL')
  // FULL: a committed transaction has been synced to the disk before the answer leaves.
  db.pragma('synchronous = FULL')
  db.exec(schema)
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
  private readonly db: Sqlite
  private broken: Error | undefined
  private depth = 0
  private readonly statements

  constructor(dataDir: string) {
    fs.mkdirSync(dataDir, { recursive: true })
    this.lock = new FolderLock(dataDir)
    this.db = open(path.join(dataDir, 'cloud.db'))
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
    if (this.broken !== undefined) throw new Error(`the journal failed earlier: ${this.broken.message}`)
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

  rows(): Iterable<StoredRow> {
    return this.db
      .prepare('SELECT ordinal, collection, body FROM documents ORDER BY ordinal')
      .all() as StoredRow[]
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

  close(): void {
    this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    this.db.close()
    this.lock.release()
  }
}
