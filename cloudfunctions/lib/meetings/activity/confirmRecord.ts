import { closesAt, effectiveState } from '@domain/activity/effectiveState'
import { awaitsSecond } from '@domain/activity/lateEntry'
import { done, refuse } from '@domain/contract/answer'
import { updateAudited, versionOf } from '../../entry/audit/audited'
import { aboutActivity } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { readRoll, unsettledOf } from '../../store/readRoll'

/**
 * 确认成册: the minutes stand, and no code of the meeting can be minted or verified any more. Who is found out to have been there is entered by
 * 补登 still, with a second person, and stays marked. A 补录 waits for its second person first.
 */
export const confirmRecord = useCase(
  'activity.confirmRecord',
  aboutActivity,
  async ({ beforeEnd }, { caller, now }, activity) => {
    const { _id, state, endsAt } = activity
    const recorded = done({ activityId: _id, state: 'recorded' as const })
    if (state === 'recorded') return recorded
    if (effectiveState(activity, now) !== 'closed') return refuse('wrong_state')
    if (awaitsSecond(activity)) return refuse('awaits_second')
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
