import type { ActivityKind } from '@domain/activity/activity'
import { kindLabels } from '@domain/activity/kindLabels'
import type { LifeLine } from '@domain/contract/progress'
import { done } from '@domain/contract/answer'
import { dutiesFor } from '@domain/duty/dutiesFor'
import type { Duty, PeriodKind } from '@domain/duty/duty'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { daysLeft, periodOf } from '@domain/period/period'
import type { Evidence } from '@domain/progress/evaluate'
import { evaluateMember } from '@domain/progress/evaluateMember'
import { indexActivities } from '@domain/progress/indexActivities'
import { indexFacts } from '@domain/progress/indexFacts'
import { life } from '@domain/progress/life'
import type { Period } from '@domain/progress/progress'
import { activityCard, isComing, isEnrolled, isExpected } from '../activity/activityCard'
import { readMemberCalendar } from '../activity/readMemberCalendar'
import { readDuties } from '../caller/readDuties'
import { aboutSelf } from '../dispatch/targets'
import { type Context, useCase } from '../dispatch/useCase'
import { dutyLine } from './dutyLine'

/** Kinds members attend without a minimum of their own (DUTIES row 10), where the branch owes to hold them. */
const lifeKinds: Partial<Record<PeriodKind, readonly ActivityKind[]>> = {
  month: ['theme_party_day'],
  quarter: ['general_meeting', 'lecture', 'seminar'],
  year: ['org_life_meeting', 'democratic_review'],
}

interface Question extends Evidence {
  member: Member
  duties: readonly Duty[]
  now: number
}

function lifeLines(question: Question, period: Period): LifeLine[] {
  const kinds = lifeKinds[period.kind] ?? []
  return life({ ...question, kinds, period }).map((line) => ({
    ...line,
    label: kindLabels[line.kind],
    period,
  }))
}

function sectionOf(kind: PeriodKind, question: Question) {
  const period = periodOf(kind, question.now)
  const known = new Map(dutiesFor(question.duties, period).map((duty) => [duty.id, duty]))
  const duties = evaluateMember({ ...question, period }).flatMap((progress) => {
    const duty = known.get(progress.dutyId)
    return duty ? [dutyLine(duty, progress)] : []
  })
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

/** The member's home: what is still missing first, then what comes next. */
export const home = useCase('progress.home', aboutSelf, async (_request, context, member) => {
  const { now, today, tree } = context
  const { from } = periodOf('year', now)
  const [duties, found] = await Promise.all([readDuties(now), readMemberCalendar(member, from, today)])
  const facts = indexFacts(found.facts)
  const question: Question = { member, duties, facts, activities: indexActivities(found.activities), now }
  const membership = membershipOn(member, today)
  const groupName = membership?.groupId === undefined ? undefined : tree.get(membership.groupId)?.name
  const month = sectionOf('month', question)
  const next = nextCard(member, found, context)
  return done({
    name: member.name,
    branchName: membership ? (tree.get(membership.branchId)?.name ?? '') : '',
    ...(groupName !== undefined && { groupName }),
    month: { ...month, daysLeft: daysLeft(month.period, now) },
    ...(next && { next }),
    quarter: sectionOf('quarter', question),
    year: sectionOf('year', question),
  })
})
