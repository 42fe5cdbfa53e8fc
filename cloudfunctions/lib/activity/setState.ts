import type { Activity } from '@domain/activity/activity'
import { closesAt, effectiveState, opensAt } from '@domain/activity/effectiveState'
import { mayMove } from '@domain/activity/mayMove'
import { done, refuse, type Refusal } from '@domain/contract/answer'
import { updateAudited, versionOf } from '../audit/audited'
import { nameForRecords } from '../caller/whoIsCalling'
import { aboutActivity } from '../dispatch/targets'
import { useCase } from '../dispatch/useCase'

type To = 'open' | 'closed' | 'cancelled'

const told = { open: 'open', closed: 'close', cancelled: 'cancel' } as const
const stamps = { open: 'openedAt', closed: 'closedAt', cancelled: 'cancelledAt' } as const

function whyNot(activity: Activity, to: To, now: number): Refusal | null {
  const state = effectiveState(activity, now)
  if (!mayMove(state, to)) return refuse('wrong_state')
  if (to !== 'open') return null
  if (now < opensAt(activity)) return refuse('too_early', { at: opensAt(activity) })
  // Once its time is over it would count as closed again at once. Opening it late for the first time says that it took place.
  return state === 'closed' && now >= closesAt(activity) ? refuse('wrong_state') : null
}

/** Opens, closes, opens again, cancels. Asking for the state it is in already is answered as done: two phones may press at once. */
export const setState = useCase(
  'activity.setState',
  aboutActivity,
  async ({ to }, { caller, now }, activity) => {
    const { _id, state } = activity
    if (effectiveState(activity, now) === to) return done({ activityId: _id, state: to })
    const refusal = whyNot(activity, to, now)
    if (refusal) return refusal
    const change = { ...(to === 'open' && { closedAt: undefined }), state: to, [stamps[to]]: now }
    const by = nameForRecords(caller)
    const telling = { what: told[to], by, at: now, activityId: _id, key: versionOf(activity) }
    const states = { from: { state }, to: { state: to } }
    if (!(await updateAudited({ ...telling, ...states }, 'activities', { _id, state }, change)))
      return refuse('wrong_state')
    return done({ activityId: _id, state: effectiveState({ ...activity, state: to }, now) })
  },
)
