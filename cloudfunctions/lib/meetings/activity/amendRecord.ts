import type { Activity } from '@domain/activity/activity'
import { closesAt, effectiveState } from '@domain/activity/effectiveState'
import { yearsFor } from '@domain/activity/forYear'
import { awaitsSecond } from '@domain/activity/lateEntry'
import type { NotEntitled } from '@domain/activity/quorum'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Refusal, refuse } from '@domain/contract/answer'
import { updateAudited, versionOf } from '../../entry/audit/audited'
import { aboutActivity } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { readRoll, unsettledOf } from '../../store/readRoll'

type Request = ParsedRequestOf<'activity.amend'>

const bad = (path: string): Refusal => refuse('invalid_request', { path })

/** Whether more people without a vote are said to be there than there are. */
const isTooMany = ({ withoutVote, leftOut, withoutVoteHere = 0, leftOutHere = 0 }: NotEntitled): boolean =>
  withoutVoteHere > withoutVote || leftOutHere > leftOut

function refusalOf(activity: Activity, { forYear, notEntitled }: Request, now: number): Refusal | null {
  const state = effectiveState(activity, now)
  if (state === 'recorded' || state === 'cancelled') return refuse('wrong_state')
  if (forYear !== undefined && !yearsFor(activity).includes(forYear)) return bad('forYear')
  return notEntitled && (activity.kind !== 'general_meeting' || isTooMany(notEntitled))
    ? bad('notEntitled')
    : null
}

/**
 * What is said of a meeting besides its plan, until its record is confirmed: which year it was held for, and the numbers that leave people out
 * of 应到 and 实到 in a vote. Said twice it is the same.
 */
export const amendRecord = useCase('activity.amend', aboutActivity, async (request, context, activity) => {
  const { caller, now } = context
  const { forYear, notEntitled, nonce } = request
  const refusal = refusalOf(activity, request, now)
  if (refusal) return refusal
  const { _id, state, branchId } = activity
  const to = { ...(forYear !== undefined && { forYear }), ...(notEntitled && { notEntitled }) }
  const from = Object.fromEntries(
    Object.keys(to).map((field) => [field, activity[field as keyof typeof to] ?? null]),
  )
  // Said twice it is the same.
  if (JSON.stringify(from) === JSON.stringify(to)) return done({ activityId: _id })
  const telling = {
    what: 'amend' as const,
    by: nameForRecords(caller),
    at: now,
    activityId: _id,
    placeId: branchId,
    key: nonce,
    from,
    to,
  }
  const changed = await updateAudited(telling, 'activities', { _id, state }, to)
  return changed ? done({ activityId: _id }) : refuse('wrong_state')
})

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
