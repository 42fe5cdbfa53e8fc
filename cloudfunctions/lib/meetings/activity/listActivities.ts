import type { Activity } from '@domain/activity/activity'
import { attendanceId } from '@domain/checkin/attendance'
import { done } from '@domain/contract/answer'
import { communityIdsOn } from '@domain/org/communities'
import { startOfDay } from '@domain/time/day'
import { periodOf, previousPeriod } from '@domain/time/period'
import { aboutSelf, isService } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { readDrafts } from '../../store/readCalendar'
import { activityCard, isComing, isEnrolled, isExpected, mayRun } from './activityCard'
import { readJointNames } from './jointNames'
import { placesSince, readMemberCalendar } from './readMemberCalendar'

const byStart = (a: Activity, b: Activity) => a.startsAt - b.startsAt || (a._id < b._id ? -1 : 1)

/** 活动: what one is expected at, what the community offers, and what was, since the beginning of the last quarter. */
export const listActivities = useCase('activity.list', aboutSelf, async (_request, context, member) => {
  const { now, today } = context
  const { from } = previousPeriod(periodOf('quarter', now))
  const [{ facts, activities: announced }, drafts] = await Promise.all([
    readMemberCalendar(member, from, today),
    readDrafts(placesSince(member, today), startOfDay(from), member._id),
  ])
  const activities = [...announced, ...drafts]
  const communityIds = communityIdsOn(member, today)
  const byId = new Map(facts.map((fact) => [fact._id, fact]))
  const concerns = (activity: Activity) =>
    activity.state === 'draft'
      ? mayRun(activity, context) && !activity.proposed
      : isExpected(activity, member) || byId.has(attendanceId(activity._id, member._id))
  const enrolled = (activity: Activity) => isEnrolled(activity, member, byId)
  // Another community's only when one has enrolled there.
  const isOffered = (activity: Activity) =>
    isService(activity) &&
    activity.state !== 'draft' &&
    (communityIds.includes(activity.hostId) || enrolled(activity))
  const jointOf = await readJointNames(activities, context.tree)
  const cards = (chosen: Activity[]) =>
    chosen.map((activity) => ({ ...activityCard(activity, member, byId, context), ...jointOf(activity._id) }))

  const coming = activities.filter((activity) => isComing(activity, now)).sort(byStart)
  const past = activities.filter((activity) => !isComing(activity, now) && activity.state !== 'draft')
  return done({
    upcoming: cards(coming.filter((activity) => concerns(activity) || enrolled(activity))),
    services: cards(coming.filter(isOffered)),
    past: cards(past.filter(concerns).sort((a, b) => byStart(b, a))),
  })
})
