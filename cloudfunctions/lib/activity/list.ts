import type { Activity } from '@domain/activity/activity'
import { done } from '@domain/contract/answer'
import { periodOf, previousPeriod } from '@domain/period/period'
import { attendanceId } from '../checkin/attendance'
import { aboutSelf } from '../dispatch/targets'
import { useCase } from '../dispatch/useCase'
import { activityCard, isComing, isExpected, mayRun } from './activityCard'
import { readMemberCalendar } from './readMemberCalendar'

const byStart = (a: Activity, b: Activity) => a.startsAt - b.startsAt || (a._id < b._id ? -1 : 1)

/** 活动: what one is expected at, what the community offers, and what was, since the beginning of the last quarter. */
export const list = useCase('activity.list', aboutSelf, async (_request, context, member) => {
  const { now, today } = context
  const { from } = previousPeriod(periodOf('quarter', now))
  const { facts, activities } = await readMemberCalendar(member, from, today)
  const byId = new Map(facts.map((fact) => [fact._id, fact]))
  const concerns = (activity: Activity) =>
    activity.state === 'draft'
      ? mayRun(activity, context)
      : isExpected(activity, member) || byId.has(attendanceId(activity._id, member._id))
  const isService = ({ hostId, state, kind }: Activity) =>
    kind === 'community_service' && hostId === member.communityId && state !== 'draft'
  const cards = (chosen: Activity[]) =>
    chosen.map((activity) => activityCard(activity, member, byId, context))

  const coming = activities.filter((activity) => isComing(activity, now)).sort(byStart)
  const past = activities.filter((activity) => !isComing(activity, now) && activity.state !== 'draft')
  return done({
    upcoming: cards(coming.filter(concerns)),
    services: cards(coming.filter(isService)),
    past: cards(past.filter(concerns).sort((a, b) => byStart(b, a))),
  })
})
