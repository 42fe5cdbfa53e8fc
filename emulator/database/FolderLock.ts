import path from 'node:path'
import SqliteDatabase from 'libsql'

export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError'
}

/**
 * Keeps a data folder to one emulator. The lock is an open transaction on a file of its own: the operating system
 * lifts it when the process dies, however it dies.
 */
export class FolderLock {
  private readonly db: InstanceType<typeof SqliteDatabase>

  constructor(folder: string) {
    this.db = new SqliteDatabase(path.join(folder, 'lock.db'))
    try {
      this.db.exec('BEGIN EXCLUSIVE')
    } catch (error) {
      this.db.close()
      throw String(error).includes('locked')
        ? new FolderInUseError(`the data folder is in use: ${folder}`)
        : error
    }
  }

  release(): void {
    // Ends the transaction explicitly: closing alone waits for the garbage collector.
    try {
      this.db.exec('ROLLBACK')
    } catch {
      // The folder was deleted meanwhile; there is nothing left to protect.
    }
    this.db.close()
  }
}
