import type { Activity, Recording } from '@domain/activity/activity'
import { closesItselfAt, effectiveState, hasClosedItself } from '@domain/activity/effectiveState'
import { awaitsSecond } from '@domain/activity/lateEntry'
import { done, refuse } from '@domain/contract/answer'
import { updateAudited, versionOf } from '../../entry/audit/audited'
import { aboutActivity } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { readRoll, unsettledOf } from '../../store/readRoll'
import { newCodeKey } from './activityForm'

/** How often one record may be taken back: each is kept. */
const MOST_TAKEN_BACK = 10

/** Every 成册 so far; one from before they were kept is known by its instant alone. */
export const recordingsOf = ({
  recordings,
  recordedAt,
}: Pick<Activity, 'recordings' | 'recordedAt'>): Recording[] =>
  recordings ?? (recordedAt === undefined ? [] : [{ at: recordedAt, by: '' }])

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
    // One that closed by itself may be stored as open still.
    const closedAt = activity.closedAt ?? closesItselfAt(activity)
    const closedItself = hasClosedItself(activity, now) ? { closedItself: true } : {}
    const by = nameForRecords(caller)
    const recordings = [...(activity.recordings ?? []), { at: now, by }]
    const change = {
      state: 'recorded',
      recordedAt: now,
      recordings,
      closedAt,
      codeKey: undefined,
      ...closedItself,
    }
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

/** 成册 taken back: the record may be changed again, and both are kept. Codes from before are worth nothing; where the doors may still open there is a new key. */
export const takeBackRecord = useCase(
  'activity.takeBack',
  aboutActivity,
  async ({ reason }, { caller, now }, activity) => {
    const { _id, state } = activity
    const reopened = done({ activityId: _id, state: 'closed' as const })
    const all = recordingsOf(activity)
    const by = nameForRecords(caller)
    const last = all.at(-1)
    // The same word once more.
    if (state === 'closed' && last?.takenBack?.by === by && last.takenBack.reason === reason) return reopened
    if (state !== 'recorded' || !last) return refuse('wrong_state')
    if (all.length > MOST_TAKEN_BACK) return refuse('reopened_often')
    const recordings = [...all.slice(0, -1), { ...last, takenBack: { at: now, by, reason } }]
    const telling = {
      ...{ what: 'take_back' as const, by, at: now, activityId: _id, placeId: activity.branchId },
      ...{ result: reason, key: versionOf(activity), from: { state }, to: { state: 'closed' } },
    }
    const change = { state: 'closed', recordedAt: undefined, recordings, codeKey: newCodeKey() }
    const isDone = await updateAudited(telling, 'activities', { _id, state }, change)
    return isDone ? reopened : refuse('wrong_state')
  },
)
