import fs from 'node:fs'
import { storeTime } from '../clock/storedClock'
import { packFiles } from './storedFiles'
import { snapshotFile, type SnapshotInfo } from './snapshotFile'
import type { SnapshotParts } from './SnapshotParts'

/** Keeps the documents, messages, files and time under a name; a snapshot of that name is replaced. */
export function takeSnapshot({ dataDir, journal, clock }: SnapshotParts, name: unknown): SnapshotInfo {
  const file = snapshotFile(dataDir, name)
  storeTime(journal, clock)
  journal.copyTo(file, (unfinished) => packFiles(dataDir, unfinished))
  const { mtimeMs, size } = fs.statSync(file)
  return { name: String(name), takenAt: Math.round(mtimeMs), bytes: size }
}
