import fs from 'node:fs'
import { returnToStoredTime } from '../clock/storedClock'
import { SnapshotError, snapshotFile } from './snapshotFile'
import type { SnapshotParts } from './SnapshotParts'
import { announceFiles, prepareFiles, settleFiles } from './storedFiles'

function replace(parts: SnapshotParts, file?: string): void {
  const { dataDir, journal, database, outbox, clock } = parts
  prepareFiles(dataDir, file)
  journal.replaceAll(file, () => announceFiles(journal))
  settleFiles(dataDir, journal)
  database.reload()
  outbox.reload()
  returnToStoredTime(journal, clock)
}

/**
 * Brings back what a snapshot kept, time included; running transactions are over. A function under way goes on and
 * meets the restored documents.
 */
export function restoreSnapshot(parts: SnapshotParts, name: unknown): void {
  const file = snapshotFile(parts.dataDir, name)
  if (!fs.existsSync(file)) throw new SnapshotError(`there is no snapshot "${String(name)}"`)
  replace(parts, file)
}

/** As a new data folder is: no documents, messages, files or collections made later, and real time. Snapshots stay. */
export function resetData(parts: SnapshotParts): void {
  replace(parts)
}
