import { closesAt, effectiveState } from '@domain/activity/effectiveState'
import { done, refuse } from '@domain/contract/answer'
import { updateAudited, versionOf } from '../audit/audited'
import { nameForRecords } from '../caller/whoIsCalling'
import { aboutActivity } from '../dispatch/targets'
import { useCase } from '../dispatch/useCase'
import { readRoll, unsettledOf } from './readRoll'

/** 确认成册: from here on nothing of the meeting changes, and no code of it can be minted or verified any more. */
export const confirmRecord = useCase(
  'activity.confirmRecord',
  aboutActivity,
  async ({ beforeEnd }, { caller, now }, activity) => {
    const { _id, state, endsAt } = activity
    const recorded = done({ activityId: _id, state: 'recorded' as const })
    if (state === 'recorded') return recorded
    if (effectiveState(activity, now) !== 'closed') return refuse('wrong_state')
    const unsettled = unsettledOf(activity, await readRoll(_id)).length
    if (unsettled > 0) return refuse('unsettled_members', { count: unsettled })
    if (now < endsAt && !beforeEnd) return refuse('not_over_yet', { at: endsAt })
    // One that closed by itself is stored as open still.
    const closedAt = activity.closedAt ?? closesAt(activity)
    const change = { state: 'recorded', recordedAt: now, closedAt, codeKey: undefined }
    const by = nameForRecords(caller)
    const told = { from: { state }, to: { state: 'recorded' } }
    const telling = {
      what: 'record' as const,
      by,
      at: now,
      activityId: _id,
      key: versionOf(activity),
      ...told,
    }
    const isDone = await updateAudited(telling, 'activities', { _id, state }, change)
    return isDone ? recorded : refuse('wrong_state')
  },
)
