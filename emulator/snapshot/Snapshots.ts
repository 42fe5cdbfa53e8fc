import { invalidParam } from '../cloudError'
import { NotACopyError } from '../database/openCopy'
import { resetData, restoreSnapshot } from './restoreSnapshot'
import { listSnapshots, removeSnapshot, SnapshotError, type SnapshotInfo } from './snapshotFile'
import type { SnapshotParts } from './SnapshotParts'
import { takeSnapshot } from './takeSnapshot'

/** Snapshots of a running emulator, for the console and the command line. */
export class Snapshots {
  constructor(private readonly parts: SnapshotParts) {}

  list(): SnapshotInfo[] {
    return listSnapshots(this.parts.dataDir)
  }

  /** `{do: 'take' | 'restore' | 'remove', name}` or `{do: 'reset'}`; answers with the list as it is then. */
  run(body: Record<string, unknown>): SnapshotInfo[] {
    try {
      this.perform(body)
    } catch (error) {
      if (error instanceof SnapshotError || error instanceof NotACopyError) throw invalidParam(error.message)
      throw error
    }
    return this.list()
  }

  private perform({ do: what, name }: Record<string, unknown>): void {
    switch (what) {
      case 'take':
        takeSnapshot(this.parts, name)
        return
      case 'restore':
        restoreSnapshot(this.parts, name)
        return
      case 'remove':
        removeSnapshot(this.parts.dataDir, name)
        return
      case 'reset':
        resetData(this.parts)
        return
      default:
        throw new SnapshotError("send {do: 'take', 'restore' or 'remove', name} or {do: 'reset'}")
    }
  }
}
