import { mayDo } from '@domain/access/mayDo'
import type { Activity } from '@domain/activity/activity'
import { effectiveState } from '@domain/activity/effectiveState'
import { kindLabels } from '@domain/activity/kindLabels'
import { awaitsSecond } from '@domain/activity/lateEntry'
import { done, refuse } from '@domain/contract/answer'
import type { LifeLine } from '@domain/contract/progress'
import type { Duty } from '@domain/duty/duty'
import { indexActivities } from '@domain/evidence/indexActivities'
import { indexFacts } from '@domain/fact/indexFacts'
import { treeFor } from '@domain/org/asOf'
import type { Member } from '@domain/org/member'
import { isInForce, judgedDay, membershipOn } from '@domain/org/membershipOn'
import type { Tree } from '@domain/org/tree'
import type { Evidence } from '@domain/progress/evaluate'
import { judgeMember } from '@domain/progress/evaluateMember'
import { life } from '@domain/progress/life'
import type { Progress } from '@domain/progress/progress'
import { startOfDay } from '@domain/time/day'
import { daysLeft, type Period, periodByKey, periodOf } from '@domain/time/period'
import { readDuties } from '../../entry/cached'
import { aboutSelf, named, targetOf } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { activityCard, isComing, isEnrolled, isExpected } from '../../meetings/activity/activityCard'
import { readMemberCalendar } from '../../meetings/activity/readMemberCalendar'
import { dutyLine } from './dutyLine'
import { lifeKinds } from './lifeKinds'
import { periodsOffered } from './periodsOffered'

interface Question extends Evidence {
  member: Member
  duties: readonly Duty[]
  /** As it is stored. */
  tree: Tree
  now: number
}

function lifeLines(question: Question, period: Period): LifeLine[] {
  const kinds = lifeKinds[period.kind]
  return life({ ...question, kinds, period }).map((line) => ({
    ...line,
    label: kindLabels[line.kind],
    period,
  }))
}

/** Without a household nothing of visits is shown, unless there were some in the period before it was handed over. */
const isShown = ({ notOwed, counted }: Progress): boolean => notOwed !== 'no_household' || counted.length > 0

/** As the organisations stood at the end of the period. */
function sectionOf(period: Period, asked: Question) {
  const question = { ...asked, tree: treeFor(asked.tree, period, asked.now) }
  const duties = judgeMember({ ...question, period })
    .filter(({ progress }) => isShown(progress))
    .map(({ duty, progress }) => dutyLine(duty, progress))
  return { period, duties, life: lifeLines(question, period) }
}

/** What to go to next: the first meeting one is expected at, or service one has enrolled for, and has not been registered at. */
function nextCard(member: Member, found: Awaited<ReturnType<typeof readMemberCalendar>>, context: Context) {
  const facts = new Map(found.facts.map((fact) => [fact._id, fact]))
  return found.activities
    .filter(
      (activity) =>
        activity.state !== 'draft' &&
        isComing(activity, context.now) &&
        (isExpected(activity, member) || isEnrolled(activity, member, facts)),
    )
    .sort((a, b) => a.startsAt - b.startsAt)
    .map((activity) => activityCard(activity, member, facts, context))
    .find(({ mine }) => mine !== 'registered' && mine !== 'waiting')
}

/** The last meeting one may write the record of and nobody has confirmed yet. */
function unwritten(
  { activities }: { activities: readonly Activity[] },
  { caller, now, today, tree }: Context,
) {
  const last = activities
    .filter((activity) => effectiveState(activity, now) === 'closed' && !awaitsSecond(activity))
    .filter((activity) => mayDo('activity.record', caller, { day: today, ...targetOf(activity) }, tree))
    .reduce<Activity | undefined>((a, b) => (a && a.startsAt > b.startsAt ? a : b), undefined)
  return last && { activityId: last._id, title: last.title, startsAt: last.startsAt }
}

/** The branches a county leader is linked with (联系点). */
const contactPointsOf = ({ contactPoints = [] }: Member, { today, tree }: Context) =>
  contactPoints
    .filter((point) => isInForce(point, today))
    .flatMap(({ branchId }) => tree.get(branchId) ?? [])
    .map(named)

const isRunning = ({ to }: Period, { today }: Context): boolean => today <= to

/** Months that can be looked back at: as long as there are rules, and one has belonged to the county's branches. */
function monthsOf({ memberships }: Member, duties: readonly Duty[], now: number): Period[] {
  const since = memberships.map(({ from }) => from).sort()[0]
  return periodsOffered('month', duties, { now, since })
}

/** The member's home: what is still missing first, then what comes next. A past month stands as it holds today. */
export const homePage = useCase('progress.home', aboutSelf, async (request, context, member) => {
  const { now, today, register } = context
  const asked = request.month === undefined ? periodOf('month', now) : periodByKey(request.month)
  const at = startOfDay(asked.from)
  const year = periodOf('year', at)
  const [duties, found] = await Promise.all([readDuties(now), readMemberCalendar(member, year.from, today)])
  const months = monthsOf(member, duties, now).map(({ key }) => key)
  if (!months.includes(asked.key)) return refuse('invalid_request', { path: 'month' })
  const facts = indexFacts(found.facts)
  const activities = indexActivities(found.activities)
  const question: Question = { member, duties, tree: register, facts, activities, now }
  const then = treeFor(register, asked, now)
  const membership = membershipOn(member, judgedDay(asked, now))
  const groupName = membership?.groupId === undefined ? undefined : then.get(membership.groupId)?.name
  const next = isRunning(asked, context) ? nextCard(member, found, context) : undefined
  const toWrite = isRunning(asked, context) ? unwritten(found, context) : undefined
  return done({
    // stored name: one’s own
    name: member.name,
    branchName: membership ? (then.get(membership.branchId)?.name ?? '') : '',
    ...(groupName !== undefined && { groupName }),
    months,
    contactPoints: contactPointsOf(member, context),
    month: { ...sectionOf(asked, question), daysLeft: daysLeft(asked, now) },
    ...(next && { next }),
    ...(toWrite && { unwritten: toWrite }),
    quarter: sectionOf(periodOf('quarter', at), question),
    year: sectionOf(year, question),
  })
})
