import fs from 'node:fs'
import path from 'node:path'
import SqliteDatabase from 'libsql'

/** Where a database file says its page size and its number of pages. */
const PAGE_SIZE_AT = 16
const PAGES_AT = 28
const HEADER = 100

/** Whether a database file still has the length its own header states; a cut one has not. */
export function isWholeDatabase(file: string): boolean {
  if (!fs.existsSync(file)) return false
  const size = fs.statSync(file).size
  if (size < HEADER) return false
  const header = Buffer.alloc(HEADER)
  const fd = fs.openSync(file, 'r')
  try {
    fs.readSync(fd, header, 0, HEADER, 0)
  } finally {
    fs.closeSync(fd)
  }
  if (header.toString('latin1', 0, 15) !== 'SQLite format 3') return false
  // 1 stands for 65536, which has no room in two bytes.
  const pageSize = header.readUInt16BE(PAGE_SIZE_AT) === 1 ? 65_536 : header.readUInt16BE(PAGE_SIZE_AT)
  return size === pageSize * header.readUInt32BE(PAGES_AT)
}

function sync(file: string): void {
  const fd = fs.openSync(file, 'r')
  try {
    fs.fsyncSync(fd)
  } finally {
    fs.closeSync(fd)
  }
}

/** A copy that is there whole or not at all, also after a power cut. */
export function copyWhole(from: string, to: string): void {
  const unfinished = `${to}.unfinished`
  fs.copyFileSync(from, unfinished)
  moveWhole(unfinished, to)
}

/** Puts a finished file into its place for good. */
export function moveWhole(from: string, to: string): void {
  sync(from)
  fs.renameSync(from, to)
  sync(path.dirname(to))
}

/**
 * The files of a data folder:
 *
 *     cloud.db      the state at the last seal; not written to between two seals
 *     cloud.db-wal  what was committed since, appended; SQLite checksums every frame and stops at the first bad one
 *     cloud.base    a copy of cloud.db, made by the seal
 *     cloud.sealing there while a seal is under way
 *
 * The log holds whole pages, so `cloud.base` with the log is the same state as `cloud.db` with the log. Wherever
 * one of the three is cut, what is left is the state after some commit: for the log the last whole one, else the newest.
 */
export class StoreFiles {
  readonly main: string
  private readonly base: string
  private readonly marker: string

  constructor(dataDir: string) {
    this.main = path.join(dataDir, 'cloud.db')
    this.base = path.join(dataDir, 'cloud.base')
    this.marker = path.join(dataDir, 'cloud.sealing')
  }

  /** Before the database is opened: makes `cloud.db` a file its log fits. */
  mend(schema: string): void {
    const isMainWhole = isWholeDatabase(this.main)
    if (!fs.existsSync(this.main) && !fs.existsSync(this.base)) this.create(schema)
    else if (!isWholeDatabase(this.base)) {
      if (!isMainWhole)
        throw new Error(`both copies of the database are damaged: ${this.main} and ${this.base}`)
      copyWhole(this.main, this.base)
    }
    if (!isWholeDatabase(this.main) || fs.existsSync(this.marker)) this.overwriteMain()
  }

  private create(schema: string): void {
    const made = `${this.base}.new`
    for (const leftover of [made, `${made}-wal`, `${made}-shm`, `${this.main}-wal`, `${this.main}-shm`]) {
      fs.rmSync(leftover, { force: true })
    }
    const db = new SqliteDatabase(made)
    db.exec('PRAGMA journal_mode = WAL')
    db.exec(schema)
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    db.close()
    moveWhole(made, this.base)
  }

  /** In place, so that whoever still has the file open keeps the same one; the marker stays until it is done. */
  private overwriteMain(): void {
    this.mark()
    fs.copyFileSync(this.base, this.main)
    sync(this.main)
    fs.rmSync(this.marker)
  }

  private mark(): void {
    fs.writeFileSync(this.marker, '')
    sync(path.dirname(this.marker))
  }

  /**
   * Moves the log into `cloud.db` and renews the copy. Last before closing: reading the file past SQLite drops
   * its locks on it. The file is written anew first: in the free room of its pages there is still what was deleted or overwritten, and a
   * person who was deleted must be in no file of the folder (`secure_delete` misses some when pages are split).
   */
  seal(db: InstanceType<typeof SqliteDatabase>): void {
    const log = `${this.main}-wal`
    if (!fs.existsSync(log) || fs.statSync(log).size === 0) return
    db.exec('VACUUM')
    this.mark()
    db.exec('PRAGMA wal_checkpoint(FULL)')
    copyWhole(this.main, this.base)
    // The log is emptied last: until here the old copy, and from here the new one, is whole without this step.
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    fs.rmSync(this.marker)
  }
}
