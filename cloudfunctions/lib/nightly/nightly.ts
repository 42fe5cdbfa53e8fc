import { dayOf } from '@domain/time/day'
import { settleAudit } from '../entry/audit/settleAudit'
import { readTree } from '../entry/cached'
import { clearFaults, guarded } from '../entry/guarded'
import { now as clock } from '../ground/clock'
import { closeForgotten } from '../meetings/activity/closeForgotten'
import { finishChanges } from '../people/organisation/carryOut'
import { carryOn } from './carryOn'
import { removeImports } from './importFiles'
import { pendingDeletions } from './pendingDeletions'
import { type Removed, retention } from './retention'
import { feedbackNotices, termNotices } from './termNotices'

/** Counts only: the log names nobody. */
export interface NightlyReport {
  removed: Removed
  deleted: number
  /** Audit rows of calls that had been cut short. */
  settled: number
  /** Meetings and services that nobody had closed. */
  closed: number
  notices: number
}

/** Milliseconds for what is left of changes of the tree: the rest of the night's work comes after. */
const CHANGES_MS = 12_000

/** What is done once a night. Every part may be cut short or run twice: the next night goes on, and one that fails stops no other. */
export async function nightly(now: number): Promise<NightlyReport> {
  const today = dayOf(now)
  const started = clock()
  const part = async <T>(subjectId: string, work: () => Promise<T>): Promise<T | undefined> => {
    const outcome = await guarded({ job: 'nightly', subjectId, now }, work)
    return outcome === 'failed' ? undefined : outcome
  }
  // Changes of the tree whose day has come, or whose call was cut short and that nobody sent again.
  await part('changes', () => finishChanges(today, now, () => clock() - started > CHANGES_MS))
  const settled = (await part('audit', () => settleAudit(now, carryOn, part))) ?? 0
  const closed = (await part('closing', () => closeForgotten(now))) ?? 0
  const deleted = (await part('deletions', () => pendingDeletions(today, now))) ?? 0
  const removed = (await part('retention', () => retention(now))) ?? {}
  const imports = (await part('imports', () => removeImports(now))) ?? 0
  const terms = await part('terms', async () => termNotices(await readTree(now), today, now))
  const answers = await part('feedback', async () => feedbackNotices(await readTree(now), now))
  await clearFaults('nightly', now)
  return {
    removed: { ...removed, imports },
    deleted,
    settled,
    closed,
    notices: (terms ?? 0) + (answers ?? 0),
  }
}
