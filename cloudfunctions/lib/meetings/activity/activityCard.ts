import { mayDo } from '@domain/access/mayDo'
import type { Activity } from '@domain/activity/activity'
import { effectiveState } from '@domain/activity/effectiveState'
import { leaveStanding, leaveWaits, mayAskLeave } from '@domain/checkin/leaveOf'
import { awaitsSecond } from '@domain/activity/lateEntry'
import { attendanceId, enrolmentId, leaveId } from '@domain/checkin/attendance'
import type { ActivityCard } from '@domain/contract/activity'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import type { Names } from '../../entry/Names'
import { targetOf } from '../../entry/targets'
import type { Context } from '../../entry/useCase'
import type { ActivityWithChair } from '../../store/readActivity'
import { isRegistered, isWaiting } from '../../store/readRoll'

export const mayRun = (activity: Activity, { caller, today, tree }: Context): boolean =>
  mayDo('activity.board', caller, { day: today, ...targetOf(activity) }, tree)

export const isExpected = (activity: Activity, member: Member): boolean =>
  activity.expected.some(({ memberId }) => memberId === member._id)

/** 报名 in force. */
export function isEnrolled(activity: Activity, member: Member, facts: ReadonlyMap<string, Fact>): boolean {
  const enrolment = facts.get(enrolmentId(activity._id, member._id))
  return enrolment !== undefined && !enrolment.annulled
}

/** Of a community's service: its kind, its places, whom to ask, its 七个一, and whose idea it was. */
function serviceOf(
  { serviceKind, limit, contact, sevenOnes, proposed }: Activity,
  { tree }: Context,
): Pick<ActivityCard, 'service'> {
  if (serviceKind === undefined) return {}
  const proposedBy = tree.get(proposed?.branchId ?? '')?.name
  const service = {
    kind: serviceKind,
    ...(limit !== undefined && { limit }),
    ...(contact !== undefined && { contact }),
    ...(sevenOnes && { sevenOnes }),
    ...(proposedBy !== undefined && { proposedBy }),
  }
  return { service }
}

/** 请假 once a meeting has begun; absent: it has not, or there is nothing to be said of it. */
function lateLeave(activity: Activity, member: Member, leave: Fact | undefined, now: number) {
  const state = effectiveState(activity, now)
  if (!isExpected(activity, member) || !mayAskLeave(activity, state, now)) return {}
  if (!leaveWaits(activity, state, now)) return {}
  const said = leaveStanding(leave)
  if (said === 'waits' || said === 'declined') return { leave: said }
  return activity.absences.some(({ memberId }) => memberId === member._id) ? {} : { leave: 'late' as const }
}

/** How a member stands to an activity; a record entered outweighs a leave asked for before. */
function standing(activity: Activity, member: Member, facts: ReadonlyMap<string, Fact>, now: number) {
  const isOver = !isComing(activity, now)
  const fact = facts.get(attendanceId(activity._id, member._id))
  if (isRegistered(fact) && awaitsSecond(activity)) return { mine: 'waiting' as const }
  if (isRegistered(fact)) return { mine: 'registered' as const, registeredAt: fact.occurredAt, way: fact.way }
  if (isWaiting(fact)) return { mine: 'waiting' as const }
  const leave = facts.get(leaveId(activity._id, member._id))
  if (leaveStanding(leave) === 'in_force') return { mine: 'on_leave' as const }
  if (activity.kind === 'community_service' && !isOver) {
    return { mine: isEnrolled(activity, member, facts) ? ('enrolled' as const) : ('open_to_all' as const) }
  }
  return {
    mine: isOver || !isExpected(activity, member) ? ('not_registered' as const) : ('expected' as const),
    ...lateLeave(activity, member, leave, now),
  }
}

/** An activity in the 活动 tab, as one member sees it. `facts` by id. */
export function activityCard(
  activity: Activity,
  member: Member,
  facts: ReadonlyMap<string, Fact>,
  context: Context,
): ActivityCard {
  const { _id, kind, title, startsAt, endsAt, place, hostId } = activity
  const state = effectiveState(activity, context.now)
  return {
    id: _id,
    kind,
    title,
    startsAt,
    endsAt,
    place,
    hostName: context.tree.get(hostId)?.name ?? '',
    state,
    ...standing(activity, member, facts, context.now),
    runs: mayRun(activity, context),
    ...serviceOf(activity, context),
  }
}

/** Still to be attended, or to be published. One that was never opened stays so until its end. */
export function isComing(activity: Activity, now: number): boolean {
  const state = effectiveState(activity, now)
  return state === 'draft' || state === 'open' || (state === 'published' && now < activity.endsAt)
}

/** What anyone with a valid code may see of an activity; without the chair's name where it is not theirs to read. */
export const activityLine = (
  { _id, kind, title, startsAt, place, chair }: ActivityWithChair,
  names: Names,
) => ({
  id: _id,
  kind,
  title,
  startsAt,
  place,
  ...(chair && names.sees(chair) && { chairName: names.acting(chair) }),
})
