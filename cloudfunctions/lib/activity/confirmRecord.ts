import { closesAt, effectiveState } from '@domain/activity/effectiveState'
import { done, refuse } from '@domain/contract/answer'
import { aboutActivity } from '../dispatch/targets'
import { useCase } from '../dispatch/useCase'
import { updateWhere } from '../wx/updateWhere'
import { readRoll, unsettledOf } from './readRoll'

/** 确认成册: from here on nothing of the meeting changes, and no code of it can be minted or verified any more. */
export const confirmRecord = useCase(
  'activity.confirmRecord',
  aboutActivity,
  async (_request, { now }, activity) => {
    const { _id, state } = activity
    const recorded = done({ activityId: _id, state: 'recorded' as const })
    if (state === 'recorded') return recorded
    if (effectiveState(activity, now) !== 'closed') return refuse('wrong_state')
    const unsettled = unsettledOf(activity, await readRoll(_id)).length
    if (unsettled > 0) return refuse('unsettled_members', { count: unsettled })
    // One that closed by itself is stored as open still.
    const closedAt = activity.closedAt ?? closesAt(activity)
    const change = { state: 'recorded', recordedAt: now, closedAt, codeKey: undefined }
    return (await updateWhere('activities', { _id, state }, change)) ? recorded : refuse('wrong_state')
  },
)
