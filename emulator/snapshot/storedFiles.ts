import fs from 'node:fs'
import path from 'node:path'
import SqliteDatabase from 'libsql'
import type { Journal } from '../database/Journal'
import { openCopy } from '../database/openCopy'

/** Set in the transaction that replaces the documents; gone when the files have followed. */
const PENDING = 'files_to_follow'

const storage = (dataDir: string) => path.join(dataDir, 'storage')
const next = (dataDir: string) => path.join(dataDir, 'storage.next')

/** Adds the files of the cloud storage to a snapshot; an upload still under way is no file yet. */
export function packFiles(dataDir: string, snapshot: string): void {
  const folder = storage(dataDir)
  const names = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => !name.endsWith('.part')) : []
  const db = new SqliteDatabase(snapshot)
  try {
    db.exec('CREATE TABLE files (name TEXT PRIMARY KEY, body BLOB NOT NULL)')
    const insert = db.prepare('INSERT INTO files (name, body) VALUES (?, ?)')
    for (const name of names) insert.run(name, fs.readFileSync(path.join(folder, name)))
  } finally {
    db.close()
  }
}

/** Lays the files of a snapshot (none without one) beside the present ones. */
export function prepareFiles(dataDir: string, snapshot?: string): void {
  const folder = next(dataDir)
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true })
  if (snapshot === undefined) return
  const db = openCopy(snapshot)
  try {
    const rows = db.prepare('SELECT name, body FROM files').iterate() as Iterable<{
      name: string
      body: ArrayBuffer
    }>
    // A snapshot may come from anywhere: no name in it leads out of the folder.
    for (const { name, body } of rows)
      fs.writeFileSync(path.join(folder, path.basename(name)), Buffer.from(body), { flush: true })
  } finally {
    db.close()
  }
}

export const announceFiles = (journal: Journal): void => journal.setMeta(PENDING, '1')

/** Puts prepared files in place, also when the process died between the documents and the files. */
export function settleFiles(dataDir: string, journal: Journal): void {
  const prepared = next(dataDir)
  const isPending = journal.meta(PENDING) === '1'
  if (isPending && fs.existsSync(prepared)) {
    fs.rmSync(storage(dataDir), { recursive: true, force: true })
    fs.renameSync(prepared, storage(dataDir))
  }
  fs.rmSync(prepared, { recursive: true, force: true })
  if (isPending) journal.setMeta(PENDING, '0')
}
