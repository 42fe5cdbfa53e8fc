import type { Activity } from '@domain/activity/activity'
import { closesAt, effectiveState } from '@domain/activity/effectiveState'
import { yearOf, yearsFor } from '@domain/activity/forYear'
import { awaitsSecond } from '@domain/activity/lateEntry'
import type { NotEntitled } from '@domain/activity/quorum'
import { entersUntil } from '@domain/checkin/judgeInstant'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Refusal, refuse } from '@domain/contract/answer'
import type { Standing } from '@domain/contract/words'
import type { Member } from '@domain/org/member'
import { updateAudited, versionOf } from '../../entry/audit/audited'
import type { Names } from '../../entry/Names'
import { aboutActivity } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { witnessesOf } from '../../people/register/secondPersons'
import { readPeople } from '../../store/readPeople'
import { isRegistered, readRoll, type Roll, unsettledOf } from '../../store/readRoll'
import { absentOf } from './absentOf'
import { shownLate } from './lateEntry'

const split = (standings: readonly Standing[]) => {
  const full = standings.filter((standing) => standing === 'full').length
  return { total: standings.length, full, probationary: standings.length - full }
}

function attendedOf(activity: Activity, { attendance }: Roll) {
  const came = activity.expected.filter(({ memberId }) => isRegistered(attendance.get(memberId)))
  const registered = [...attendance.values()].filter(isRegistered)
  return {
    ...split(came.map(({ standing }) => standing)),
    backfilled: registered.filter(({ way, guest }) => way === 'backfill' && !guest).length,
    guests: registered.filter(({ guest }) => guest).length,
  }
}

/** What the plan has said already. */
const plannedOf = ({ _id: id, title, kind, branchId, startsAt, endsAt, place, topic, agenda }: Activity) => ({
  ...{ id, title, kind, branchId, startsAt, endsAt, place, agenda },
  ...(topic !== undefined && { topic }),
})

/** Who chaired, kept the record and held the lecture. */
function runnersOf(activity: Activity, people: ReadonlyMap<string, Member>, names: Names) {
  const { chairId, recorderId, lecturerId } = activity
  const acting = (key: 'chair' | 'recorder' | 'lecturer', id: string | undefined) => {
    const member = id === undefined ? undefined : people.get(id)
    return member ? { [key]: names.acting(member) } : {}
  }
  return { ...acting('chair', chairId), ...acting('recorder', recorderId), ...acting('lecturer', lecturerId) }
}

/** 会议记录, filled from the registrations as they stand. */
export const activityRecord = useCase(
  'activity.record',
  aboutActivity,
  async (_request, context, activity) => {
    const { caller, now, tree, calendar, names } = context
    const roll = await readRoll(activity._id)
    const people = await readPeople(activity, roll)
    const nameOf = (id: string) => {
      const member = people.get(id)
      return member ? names.of(member) : ''
    }
    const unsettled = unsettledOf(activity, roll).map(({ memberId, standing, groupId }) => {
      const groupName = groupId === undefined ? undefined : tree.get(groupId)?.name
      return { memberId, name: nameOf(memberId), standing, ...(groupName !== undefined && { groupName }) }
    })
    const years = yearsFor(activity)
    return done({
      ...plannedOf(activity),
      state: effectiveState(activity, now),
      expected: split(activity.expected.map(({ standing }) => standing)),
      attended: attendedOf(activity, roll),
      absent: absentOf(activity, roll).map(({ memberId, reason }) => ({
        memberId,
        name: nameOf(memberId),
        reason,
      })),
      unsettled,
      ...(years.length > 0 && { year: { value: yearOf(activity) ?? 0, choices: years } }),
      ...runnersOf(activity, people, names),
      ...(activity.recordedAt !== undefined && { recordedAt: activity.recordedAt }),
      paperUntil: entersUntil(activity, calendar),
      ...(activity.late && {
        late: shownLate({ hostId: activity.hostId, late: activity.late }, nameOf, tree),
      }),
      witnesses: witnessesOf([...people.values()], activity.branchId, context, caller.member?._id),
    })
  },
)

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
