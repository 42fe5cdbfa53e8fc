import { dayOf } from '@domain/period/day'
import { readTree } from '../caller/readTree'
import { now as clock } from '../clock'
import { settleAudit } from '../audit/settleAudit'
import { finishChanges } from '../organisation/change'
import { carryOn } from './carryOn'
import { feedbackNotices } from './feedbackNotices'
import { pendingDeletions } from './pendingDeletions'
import { removeImports } from './importFiles'
import { type Removed, retention } from './retention'
import { termNotices } from './termNotices'

/** Counts only: the log names nobody. */
export interface NightlyReport {
  removed: Removed
  deleted: number
  /** Audit rows of calls that had been cut short. */
  settled: number
  notices: number
}

/** Milliseconds for what is left of changes of the tree: the rest of the night's work comes after. */
const CHANGES_MS = 12_000

/** What is done once a night. Every part may be cut short or run twice: the next night goes on. */
export async function nightly(now: number): Promise<NightlyReport> {
  const today = dayOf(now)
  const started = clock()
  // A change of the tree whose call was cut short, and that nobody sent again.
  await finishChanges(now, () => clock() - started > CHANGES_MS)
  const settled = await settleAudit(now, carryOn)
  const tree = await readTree(now)
  const deleted = await pendingDeletions(today, now)
  const removed = { ...(await retention(now)), imports: await removeImports(now) }
  const notices = (await termNotices(tree, today, now)) + (await feedbackNotices(tree, now))
  return { removed, deleted, settled, notices }
}
