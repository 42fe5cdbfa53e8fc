import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { openClock } from '../clock/storedClock'
import { Journal } from '../database/Journal'
import { FolderInUseError, FolderLock } from '../database/FolderLock'
import { NotACopyError, openCopy } from '../database/openCopy'
import { copyWhole } from '../database/StoreFiles'
import { resetData, restoreSnapshot } from './restoreSnapshot'
import { RunningNote } from './RunningNote'
import { isSnapshotName, removeSnapshot, SnapshotError, snapshotFile } from './snapshotFile'
import { settleFiles } from './storedFiles'
import { takeSnapshot } from './takeSnapshot'

/** What a command does to a data folder, whether its emulator runs or not. */
interface Store {
  take(name: string): unknown
  restore(name: string): unknown
  reset(): unknown
}

async function ask(url: string, body: object): Promise<void> {
  const response = await fetch(`${url}/console/api/snapshots`, { method: 'POST', body: JSON.stringify(body) })
  if (response.ok) return
  throw new SnapshotError(((await response.json()) as { message: string }).message)
}

/** Through the emulator that has the folder open: it alone may write there. */
const running = (url: string): Store => ({
  take: (name) => ask(url, { do: 'take', name }),
  restore: (name) => ask(url, { do: 'restore', name }),
  reset: () => ask(url, { do: 'reset' }),
})

function stopped(dataDir: string, journal: Journal): Store {
  const nobody = { reload: () => undefined }
  const parts = { dataDir, journal, database: nobody, outbox: nobody, clock: openClock(journal) }
  return {
    take: (name) => takeSnapshot(parts, name),
    restore: (name) => restoreSnapshot(parts, name),
    reset: () => resetData(parts),
  }
}

/** Whether an emulator has the folder open. */
export function isRunning(dataDir: string): boolean {
  if (!fs.existsSync(dataDir)) return false
  try {
    new FolderLock(dataDir).release()
    return false
  } catch (error) {
    if (error instanceof FolderInUseError) return true
    throw error
  }
}

async function withStore(dataDir: string, work: (store: Store) => unknown): Promise<void> {
  let journal: Journal
  try {
    journal = new Journal(dataDir)
  } catch (error) {
    const url = error instanceof FolderInUseError ? RunningNote.read(dataDir) : undefined
    if (url === undefined) throw error
    await work(running(url))
    return
  }
  try {
    settleFiles(dataDir, journal)
    await work(stopped(dataDir, journal))
  } finally {
    journal.close()
  }
}

/** Anything that is no plain name is a file, wherever it lies; it passes through a snapshot of a passing name. */
async function throughFile(
  dataDir: string,
  work: (name: string, inside: string) => Promise<void>,
): Promise<void> {
  const name = `passing-${randomBytes(6).toString('hex')}`
  try {
    await work(name, snapshotFile(dataDir, name))
  } finally {
    removeSnapshot(dataDir, name)
  }
}

function mustExist(dataDir: string): void {
  if (!fs.existsSync(path.join(dataDir, 'cloud.db')) && !fs.existsSync(path.join(dataDir, 'cloud.base')))
    throw new SnapshotError(`there are no data in ${dataDir}`)
}

/** Keeps the data under a name, inside the data folder, or in a file of their own; the emulator may run. */
export async function snapshotCommand(dataDir: string, target: string): Promise<void> {
  mustExist(dataDir)
  await withStore(dataDir, async (store) => {
    if (isSnapshotName(target)) {
      await store.take(target)
      return
    }
    fs.mkdirSync(path.dirname(path.resolve(target)), { recursive: true })
    await throughFile(dataDir, async (name, inside) => {
      await store.take(name)
      copyWhole(inside, path.resolve(target))
    })
  })
}

/** The other way; a folder without data is made. */
export async function restoreCommand(dataDir: string, source: string): Promise<void> {
  if (!isSnapshotName(source)) openCopy(path.resolve(source)).close()
  else if (!fs.existsSync(path.join(dataDir, 'snapshots', `${source}.db`)))
    throw new SnapshotError(`there is no snapshot "${source}" in ${dataDir}`)
  await withStore(dataDir, async (store) => {
    if (isSnapshotName(source)) {
      await store.restore(source)
      return
    }
    await throughFile(dataDir, async (name, inside) => {
      copyWhole(path.resolve(source), inside)
      await store.restore(name)
    })
  })
}

/** Takes all data away; snapshots stay. */
export async function resetCommand(dataDir: string): Promise<void> {
  mustExist(dataDir)
  await withStore(dataDir, (store) => store.reset())
}

/** Whether it is for the one who typed the command, not a fault. */
export const isRefusal = (error: unknown): error is Error =>
  error instanceof SnapshotError || error instanceof NotACopyError || error instanceof FolderInUseError
