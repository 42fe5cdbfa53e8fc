import type { Activity } from '@domain/activity/activity'
import { effectiveState } from '@domain/activity/effectiveState'
import { yearsFor } from '@domain/activity/forYear'
import type { NotEntitled } from '@domain/activity/quorum'
import { validatePlan } from '@domain/activity/validatePlan'
import { voteFault } from '@domain/activity/voteOutcome'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Refusal, refuse } from '@domain/contract/answer'
import type { Member } from '@domain/org/member'
import { dayOf } from '@domain/time/day'
import { updateAudited } from '../../entry/audit/audited'
import { fromTo } from '../../entry/audit/fromTo'
import { aboutActivity } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { belongsAt } from './checkPlan'
import { closedByItself } from './closeForgotten'

type Request = ParsedRequestOf<'activity.amend'>
type Fields = Omit<Request, 'activityId' | 'nonce'>

const bad = (path: string): Refusal => refuse('invalid_request', { path })

/** Whether more people without a vote are said to be there than there are. */
const isTooMany = ({ withoutVote, leftOut, withoutVoteHere = 0, leftOutHere = 0 }: NotEntitled): boolean =>
  withoutVoteHere > withoutVote || leftOutHere > leftOut

/** Known before the meeting as well; everything else is said of a meeting that has begun. */
const saidAhead: readonly string[] = ['forYear', 'notEntitled']

function refusalOf(activity: Activity, fields: Fields, now: number): Refusal | null {
  const { forYear, notEntitled, votes = [] } = fields
  const state = effectiveState(activity, now)
  if (state === 'recorded' || state === 'cancelled') return refuse('wrong_state')
  const isHeld = state === 'open' || state === 'closed'
  if (!isHeld && Object.keys(fields).some((field) => !saidAhead.includes(field))) return refuse('wrong_state')
  if (forYear !== undefined && !yearsFor(activity).includes(forYear)) return bad('forYear')
  if (notEntitled && (activity.kind !== 'general_meeting' || isTooMany(notEntitled)))
    return bad('notEntitled')
  return votes.some((vote) => voteFault(vote) !== null) ? bad('votes') : null
}

/** As held: it may have begun or ended at another hour, not on another day, and not later than now. */
function timesRefusal(was: Activity, is: Activity, now: number): Refusal | null {
  if (was.startsAt === is.startsAt && was.endsAt === is.endsAt) return null
  if (dayOf(is.startsAt) !== dayOf(was.startsAt) || is.startsAt > now) return bad('startsAt')
  return is.endsAt <= is.startsAt || dayOf(is.endsAt) !== dayOf(was.endsAt) ? bad('endsAt') : null
}

/** Whoever newly stands in a field is on the register: chair and recorder in the branch, or in the unit's 中心组, of that day. */
function peopleRefusal(is: Activity, fields: Fields, rows: readonly Member[]): Refusal | null {
  const people = new Map(rows.map((member) => [member._id, member]))
  const isMember = belongsAt(is)
  const belongs = (id: string) => isMember(people.get(id))
  const { chairId, recorderId, lecturerId, speakerIds = [] } = fields
  if (chairId && !belongs(chairId)) return bad('chairId')
  if (recorderId && !belongs(recorderId)) return bad('recorderId')
  if (!speakerIds.every(belongs)) return bad('speakerIds')
  return lecturerId && !people.has(lecturerId) ? bad('lecturerId') : null
}

/** Nothing is kept of what was emptied; no 学时 is none. */
const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || value === 0 || (Array.isArray(value) && value.length === 0)

const kept = (fields: Fields): Partial<Activity> =>
  Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [
      field,
      // A meeting always has an agenda, if an empty one.
      isEmpty(value) && field !== 'agenda' ? undefined : value,
    ]),
  )

/** What of a lecture or a 交流研讨 must not be emptied. */
const asksAgain = ['topic', 'lecturerId', 'lecturerName'] as const

async function whyNot(
  was: Activity,
  is: Activity,
  fields: Fields,
  { now }: Context,
): Promise<Refusal | null> {
  const refusal = refusalOf(was, fields, now) ?? timesRefusal(was, is, now)
  if (refusal) return refusal
  const { chairId, recorderId, lecturerId, speakerIds = [] } = fields
  const named = [chairId, recorderId, lecturerId, ...speakerIds].filter((id) => typeof id === 'string')
  const rows = named.length === 0 ? [] : await find('members', { _id: oneOf(named) })
  return (
    peopleRefusal(is, fields, rows) ??
    (asksAgain.some((field) => field in fields) ? validatePlan(is, is.carries) : null)
  )
}

/**
 * What is said of a meeting besides its plan, until its record is confirmed: every field of the record, which year it was held for, and the
 * numbers that leave people out of 应到 and 实到 in a vote. Said twice it is the same.
 */
export const amendRecord = useCase('activity.amend', aboutActivity, async (request, context, activity) => {
  const { caller, now } = context
  const { activityId: _id, nonce, ...fields } = request
  const change = kept(fields)
  const amended = { ...activity, ...change }
  const refusal = await whyNot(activity, amended, fields, context)
  if (refusal) return refusal
  const told = fromTo(activity, amended)
  if (told.result === undefined && Object.keys({ ...told.from, ...told.to }).length === 0)
    return done({ activityId: _id })
  const { state, branchId: placeId } = activity
  const about = { activityId: _id, placeId, key: nonce, ...told }
  const telling = { what: 'amend' as const, by: nameForRecords(caller), at: now, ...about }
  // One that closed by itself stays closed, whatever its end is said to have been.
  const isClosedByItself = state === 'open' && effectiveState(activity, now) === 'closed'
  const closing = isClosedByItself ? closedByItself(activity) : {}
  const isDone = await updateAudited(telling, 'activities', { _id, state }, { ...change, ...closing })
  return isDone ? done({ activityId: _id }) : refuse('wrong_state')
})
