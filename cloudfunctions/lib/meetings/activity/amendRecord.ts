import type { Activity } from '@domain/activity/activity'
import { effectiveState } from '@domain/activity/effectiveState'
import { yearsFor } from '@domain/activity/forYear'
import type { NotEntitled } from '@domain/activity/quorum'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Refusal, refuse } from '@domain/contract/answer'
import { updateAudited } from '../../entry/audit/audited'
import { aboutActivity } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'

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
