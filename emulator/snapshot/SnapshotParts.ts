import type { EmulatedClock } from '../clock/EmulatedClock'
import type { Database } from '../database/Database'
import type { Journal } from '../database/Journal'
import type { Outbox } from '../messages/Outbox'

/** What a snapshot is made of and what follows it when it comes back. */
export interface SnapshotParts {
  dataDir: string
  journal: Journal
  database: Pick<Database, 'reload'>
  outbox: Pick<Outbox, 'reload'>
  clock: EmulatedClock
}
