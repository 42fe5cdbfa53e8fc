import type { Activity } from '@domain/activity/activity'
import { closesAt, effectiveState, opensAt } from '@domain/activity/effectiveState'
import { isJoint } from '@domain/activity/joint'
import { mayMove } from '@domain/activity/mayMove'
import { entersUntil } from '@domain/checkin/judgeInstant'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Outcome, type Refusal, refuse } from '@domain/contract/answer'
import { updateAudited, versionOf } from '../../entry/audit/audited'
import type { Word } from '../../entry/word'
import { readParts } from '../../store/readJointMeetings'
import { alignParts } from './jointParts'
import { lateAt } from './lateEntry'

export type Move = Pick<ParsedRequestOf<'activity.setState'>, 'to' | 'reason'>
type To = Move['to']

const told = { open: 'open', closed: 'close', cancelled: 'cancel' } as const
const stamps = { open: 'openedAt', closed: 'closedAt', cancelled: 'cancelledAt' } as const

/** Why it may not be moved there now: wrong_state, or too_early with the instant from which it may be opened. */
export function whyNotTo(activity: Activity, to: To, now: number): Refusal | null {
  const state = effectiveState(activity, now)
  if (!mayMove(state, to)) return refuse('wrong_state')
  // What a branch proposed is answered, or withdrawn.
  if (state === 'draft' && activity.proposed) return refuse('wrong_state')
  if (to !== 'open') return null
  if (now < opensAt(activity)) return refuse('too_early', { at: opensAt(activity) })
  // What is entered from a list, with another's word, is not run: it stays closed.
  return state === 'closed' && activity.late && now >= closesAt(activity) ? refuse('wrong_state') : null
}

/**
 * A meeting or service opened for the first time after one person alone may enter people (entersUntil) becomes a 补录: one says that it took
 * place, another confirms it. A 补录 that is opened again has to be confirmed again. That of a part was begun by another branch: whoever opens it is
 * the first of its own two.
 */
async function lateAfter(activity: Activity, to: To, word: Word): Promise<Pick<Activity, 'late'>> {
  const { now, calendar } = word
  if (to !== 'open') return {}
  const { late, state, jointOf, branchId } = activity
  const isFirst = state === 'published'
  if (late && !(isFirst && jointOf !== undefined)) return { late: { ...late, confirmed: null } }
  return isFirst && (late || now >= entersUntil(activity, calendar))
    ? { late: await lateAt(branchId, word) }
    : {}
}

/** Moves one meeting, and the parts of a joint one with it; gives it as it is then, or wrong_state where somebody else has just moved it. */
export async function moveActivity(activity: Activity, move: Move, word: Word): Promise<Outcome<Activity>> {
  const { by, now } = word
  const { to, reason } = move
  const { _id, state } = activity
  const late = await lateAfter(activity, to, word)
  const again = effectiveState(activity, now) === 'closed'
  const change = {
    ...late,
    ...(to === 'open' && { closedAt: undefined, closedItself: undefined }),
    ...(to === 'open' && again && { reopenedAt: now }),
    ...(to === 'cancelled' && reason && { cancelReason: reason }),
    state: to,
    [stamps[to]]: now,
  }
  const moved = { ...activity, ...change }
  const telling = { what: told[to], by, at: now, activityId: _id, key: versionOf(activity) }
  const states = { from: { state }, to: { ...late, state: to } }
  const isMoved = await updateAudited({ ...telling, ...states }, 'activities', { _id, state }, change, () =>
    moveParts(moved, move, false, word),
  )
  return isMoved ? done(moved) : refuse('wrong_state')
}

/** Out of which states a part follows. What a branch has closed, it does not lose because another one cancels its own. */
const followsFrom: Record<To, readonly Activity['state'][]> = {
  open: ['published', 'closed'],
  closed: ['open'],
  cancelled: ['published', 'open'],
}

/**
 * What is done to a joint meeting is done to its parts. A part that its branch enters afterwards is that branch's own to open, so that nobody else's
 * word stands in place of its second person's. `isAgain`: it is there already; what an earlier sending left undone is done.
 */
export async function moveParts(whole: Activity, move: Move, isAgain: boolean, word: Word): Promise<void> {
  if (!isJoint(whole) || whole.jointOf !== undefined) return
  const { now, calendar } = word
  const { to } = move
  if (to !== 'cancelled') await alignParts(whole, word)
  for (const part of await readParts(whole._id)) {
    const state = effectiveState(part, now)
    if (!followsFrom[to].includes(state)) continue
    if (to === 'open' && (part.late || now >= entersUntil(part, calendar))) continue
    if (isAgain && state === 'closed') continue
    if (!whyNotTo(part, to, now)) await moveActivity(part, move, word)
  }
}

/**
 * After a word on a meeting that was cut short: its parts are brought to where they would be; of a branch that takes part no more (`placeId`) its
 * own alone. Done once more it changes nothing.
 */
export async function carryOnParts(whole: Activity, placeId: string | undefined, word: Word): Promise<void> {
  const { jointOf, jointIds = [], branchId, state, cancelReason: reason } = whole
  if (jointOf !== undefined) return
  if (placeId !== undefined && placeId !== branchId && !jointIds.includes(placeId)) {
    for (const part of await readParts(whole._id))
      if (part.branchId === placeId && !whyNotTo(part, 'cancelled', word.now))
        await moveActivity(part, { to: 'cancelled' }, word)
  } else if (state === 'open' || state === 'closed' || state === 'cancelled')
    await moveParts(whole, { to: state, ...(reason !== undefined && { reason }) }, true, word)
  else if (state === 'published') await alignParts(whole, word)
}
