import fs from 'node:fs'
import path from 'node:path'

export interface SnapshotInfo {
  name: string
  /** Milliseconds of real time. */
  takenAt: number
  bytes: number
}

/** A request that names no snapshot there is, or none there can be. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError'
}

const folderOf = (dataDir: string) => path.join(dataDir, 'snapshots')

/** Letters of any script, digits, `-` and `_`, 1 to 60: a name leads nowhere else. */
export const isSnapshotName = (name: unknown): name is string =>
  typeof name === 'string' && /^[\p{L}\p{N}_-]{1,60}$/u.test(name)

/** Where the snapshot of a name lies in the data folder. */
export function snapshotFile(dataDir: string, name: unknown): string {
  if (!isSnapshotName(name))
    throw new SnapshotError('the name of a snapshot has 1 to 60 letters, digits, - or _')
  fs.mkdirSync(folderOf(dataDir), { recursive: true })
  return path.join(folderOf(dataDir), `${name}.db`)
}

/** Newest first. */
export function listSnapshots(dataDir: string): SnapshotInfo[] {
  const folder = folderOf(dataDir)
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.db'))
    .map((file) => {
      const { mtimeMs, size } = fs.statSync(path.join(folder, file))
      return { name: file.slice(0, -'.db'.length), takenAt: Math.round(mtimeMs), bytes: size }
    })
    .sort((a, b) => b.takenAt - a.takenAt)
}

export function removeSnapshot(dataDir: string, name: unknown): void {
  fs.rmSync(snapshotFile(dataDir, name), { force: true })
}
