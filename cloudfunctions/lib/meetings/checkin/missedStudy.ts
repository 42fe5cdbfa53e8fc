import { MADE_UP_WITHIN } from '@domain/access/caps'
import { mayDo } from '@domain/access/mayDo'
import type { JudgedActivity } from '@domain/activity/activity'
import { lacks } from '@domain/activity/validatePlan'
import { heldState } from '@domain/evidence/judgeActivity'
import type { JudgedFact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { branchFor, membershipOn } from '@domain/org/membershipOn'
import { dayOf, daysBetween } from '@domain/time/day'
import { periodOf } from '@domain/time/period'
import type { Context } from '../../entry/useCase'

export const makeUpId = (activityId: string, memberId: string): string => `${activityId}_${memberId}_makeup`

/** A 集中学习 (or one carried) held by the branch the member belongs to for that month, after the member came to the county. */
export const isStudyOf = (activity: JudgedActivity, member: Member, now: number): boolean =>
  [activity.kind, ...activity.carries].includes('study') &&
  !lacks('study', activity) &&
  activity.hostType === 'branch' &&
  heldState(activity, now) === 'held' &&
  daysBetween(dayOf(activity.startsAt), dayOf(now)) <= MADE_UP_WITHIN &&
  membershipOn(member, dayOf(activity.startsAt)) !== undefined &&
  branchFor(member, periodOf('month', activity.startsAt), now) === activity.branchId

/** Entered and not struck out, whether confirmed or waiting: nothing is left to make up. */
export const isEntered = (fact: Pick<JudgedFact, 'annulled'> | null | undefined): boolean =>
  fact !== null && fact !== undefined && !fact.annulled

/** Those who run the branch enter a 补学 for somebody else by themselves; for one's own they ask a second person like everyone. */
export function needsNobody(
  member: Pick<Member, '_id' | 'memberships'>,
  { caller, today, tree }: Context,
): boolean {
  const branchId = membershipOn(member, today)?.branchId
  const isOther = caller.member?._id !== member._id
  return isOther && branchId !== undefined && mayDo('checkin.makeUp', caller, { day: today, branchId }, tree)
}
