import type { Activity } from '@domain/activity/activity'
import { AUTO_CLOSE_HOURS, closesItselfAt, effectiveState } from '@domain/activity/effectiveState'
import { updateAudited, versionOf } from '../../entry/audit/audited'
import { guarded } from '../../entry/guarded'
import { atMost } from '../../store/conditions'
import { find } from '../../store/find'

/** What is written down of one that closed by itself. */
export const closedByItself = (activity: Pick<Activity, 'endsAt' | 'reopenedAt'>) => ({
  state: 'closed',
  closedAt: closesItselfAt(activity),
  closedItself: true,
})

/** A night closes no more than this; the next one goes on. */
const MOST = 2000
/** Milliseconds one may take. */
const EACH_MS = 5_000

const fields = ['state', 'endsAt', 'reopenedAt', 'updatedAt'] as const

/** Writes it if nobody has done anything to it meanwhile; whoever opened it again has. */
function close(activity: Pick<Activity, '_id' | (typeof fields)[number]>, now: number): Promise<boolean> {
  const { _id, updatedAt } = activity
  const told = { from: { state: 'open' }, to: { state: 'closed' } }
  const telling = {
    what: 'close' as const,
    by: 'nightly',
    at: now,
    activityId: _id,
    key: versionOf(activity),
  }
  const where = { _id, state: 'open', updatedAt }
  return updateAudited({ ...telling, ...told }, 'activities', where, closedByItself(activity))
}

/**
 * Writes down what is closed for everyone who looks already (effectiveState): meetings and services that nobody closed, as of the instant they
 * closed at. Whoever runs them may open them again until the record stands. Says how many.
 */
export async function closeForgotten(now: number): Promise<number> {
  const where = { state: 'open' as const, endsAt: atMost(now - AUTO_CLOSE_HOURS * 3_600_000) }
  const open = await find('activities', where, { limit: MOST, fields })
  let closed = 0
  for (const one of open) {
    if (effectiveState(one, now) !== 'closed') continue
    const part = { job: 'nightly' as const, subjectId: one._id, now, within: EACH_MS }
    if ((await guarded(part, () => close(one, now))) === true) closed += 1
  }
  return closed
}
