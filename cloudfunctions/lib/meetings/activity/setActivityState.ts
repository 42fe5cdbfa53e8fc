import type { Activity } from '@domain/activity/activity'
import { closesAt, effectiveState, opensAt } from '@domain/activity/effectiveState'
import { mayMove } from '@domain/activity/mayMove'
import { entersUntil } from '@domain/checkin/judgeInstant'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Refusal, refuse } from '@domain/contract/answer'
import { updateAudited, versionOf } from '../../entry/audit/audited'
import { aboutActivity } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { lateNow } from './lateEntry'

type To = ParsedRequestOf<'activity.setState'>['to']

const told = { open: 'open', closed: 'close', cancelled: 'cancel' } as const
const stamps = { open: 'openedAt', closed: 'closedAt', cancelled: 'cancelledAt' } as const

function whyNot(activity: Activity, to: To, { now }: Context): Refusal | null {
  const state = effectiveState(activity, now)
  if (!mayMove(state, to)) return refuse('wrong_state')
  if (to !== 'open') return null
  if (now < opensAt(activity)) return refuse('too_early', { at: opensAt(activity) })
  // What is entered from a list, with another's word, is not run: it stays closed.
  return state === 'closed' && activity.late && now >= closesAt(activity) ? refuse('wrong_state') : null
}

/**
 * A meeting or service opened for the first time after one person alone may enter people (entersUntil) becomes a 补录: one says that it took
 * place, another confirms it. A 补录 that is opened again has to be confirmed again.
 */
async function lateAfter(activity: Activity, to: To, context: Context): Promise<Pick<Activity, 'late'>> {
  const { now, calendar } = context
  if (to !== 'open') return {}
  if (activity.late) return { late: { ...activity.late, confirmed: null } }
  const isFirst = activity.state === 'published'
  return isFirst && now >= entersUntil(activity, calendar)
    ? { late: await lateNow(activity.branchId, context) }
    : {}
}

/** Opens, closes, opens again until the record stands, cancels. Asking for the state it is in already is answered as done: two phones may press at once. */
export const setActivityState = useCase(
  'activity.setState',
  aboutActivity,
  async ({ to, reason }, context, activity) => {
    const { caller, now } = context
    const { _id, state } = activity
    if (effectiveState(activity, now) === to) return done({ activityId: _id, state: to })
    const refusal = whyNot(activity, to, context)
    if (refusal) return refusal
    const late = await lateAfter(activity, to, context)
    const again = effectiveState(activity, now) === 'closed'
    const change = {
      ...late,
      ...(to === 'open' && { closedAt: undefined, closedItself: undefined }),
      ...(to === 'open' && again && { reopenedAt: now }),
      ...(to === 'cancelled' && reason && { cancelReason: reason }),
      state: to,
      [stamps[to]]: now,
    }
    const by = nameForRecords(caller)
    const telling = { what: told[to], by, at: now, activityId: _id, key: versionOf(activity) }
    const states = { from: { state }, to: { ...late, state: to } }
    if (!(await updateAudited({ ...telling, ...states }, 'activities', { _id, state }, change)))
      return refuse('wrong_state')
    return done({ activityId: _id, state: effectiveState({ ...activity, ...change }, now) })
  },
)
