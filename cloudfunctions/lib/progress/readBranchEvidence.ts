import type { Activity } from '@domain/activity/activity'
import type { Member } from '@domain/org/member'
import { branchFor } from '@domain/org/membershipOn'
import type { Day } from '@domain/org/organisation'
import { addDays, startOfDay } from '@domain/period/day'
import { indexActivities, type ActivityIndex } from '@domain/progress/indexActivities'
import type { Fact } from '@domain/progress/fact'
import { type FactIndex, indexFacts } from '@domain/progress/indexFacts'
import type { Period } from '@domain/progress/progress'
import { readAllMembersOf } from '../activity/readBranchMembers'
import { inTurns } from '../reminder/inTurns'
import { anyOf, between, oneOf } from '../wx/conditions'
import { find, findFew } from '../wx/find'
import { findInPages } from '../wx/findInPages'
import { readActivities } from '../wx/readActivities'
import { readCalendar } from '../wx/readCalendar'
import { readExpected } from '../wx/readExpected'
import type { Where } from '../wx/sdk'
import { heldUntil, isOver, monthsIn, type Span } from './span'

/** What the evaluator reads of a fact; the rest of the row stays in the database. */
const fields = [
  'kind',
  'memberId',
  'branchId',
  'hostId',
  'activityId',
  'activityKind',
  'householdId',
  'dutyId',
  'occurredAt',
  'occurredOn',
  'way',
  'guest',
  'confirmed',
  'annulled',
  'detail',
  'updatedAt',
] as const

export interface BranchEvidence {
  /** Who belongs to the branch for the period, in register order. */
  members: Member[]
  facts: FactIndex
  activities: ActivityIndex
}

/** Whether a member was in another branch within the span: facts of then stand under that branch and have to be read apart. */
const hasArrived = (member: Member, branchId: string, from: Day): boolean =>
  member.memberships.some((membership) => membership.branchId !== branchId && (membership.to ?? from) >= from)

/** Days after a period in which it may still be ticked. */
const TICKED_UNTIL = 31
/** Facts of one branch and month: a branch of 500 with everything the daily caps let through stays below. */
const MOST = 50_000
/** More than a branch of 500 enters in a month without being flooded. */
const USUAL_MONTH = 6_000
/** Months asked for at the same time. */
const TOGETHER = 4

/** What is judged in a period without lying in it: ticks made soon after it, studies made up since, and what newcomers did elsewhere. */
function besides(branchId: string, members: readonly Member[], span: Span): Where[] {
  const { from, to, today } = span
  const arrived = members.filter((member) => hasArrived(member, branchId, from)).map(({ _id }) => _id)
  const late: Where[] = [
    { branchId, kind: 'tick', occurredOn: between(addDays(to, 1), addDays(to, TICKED_UNTIL)) },
    { branchId, kind: 'make_up', occurredOn: between(addDays(to, 1), today) },
  ]
  const theirs: Where = { memberId: oneOf(arrived), occurredOn: between(from, isOver(span) ? today : to) }
  return [...(isOver(span) ? late : []), ...(arrived.length > 0 ? [theirs] : [])]
}

/** A month in pages; one that somebody has flooded day by day, where the index has the order of the pages. */
async function readMonth(branchId: string, { from, to }: Pick<Span, 'from' | 'to'>): Promise<Fact[]> {
  const usual = { fields, most: USUAL_MONTH }
  const found = await findInPages('facts', { branchId, occurredOn: between(from, to) }, usual)
  if (found) return found as Fact[]
  const facts: Fact[] = []
  for (let day = from; day <= to; day = addDays(day, 1))
    facts.push(...((await find('facts', { branchId, occurredOn: day }, { limit: MOST, fields })) as Fact[]))
  return facts
}

/** Facts of a branch's span and nothing that is judged in another one: in one question for most branches, else month by month in pages. */
async function readFacts(branchId: string, members: readonly Member[], span: Span): Promise<Fact[]> {
  const others = besides(branchId, members, span)
  const within: Where = { branchId, occurredOn: between(span.from, span.to) }
  const few = await findFew('facts', others.length === 0 ? within : anyOf(within, ...others), fields)
  if (few) return few as Fact[]
  const found: Fact[][] = []
  await inTurns(monthsIn(span), TOGETHER, async (month) => void found.push(await readMonth(branchId, month)))
  await inTurns(others, TOGETHER, async (where) => {
    found.push((await find('facts', where, { limit: MOST, fields })) as Fact[])
  })
  return found.flat()
}

/** What the evidence points at and the calendar does not hold: meetings elsewhere. */
async function readElsewhere(facts: readonly Fact[], known: readonly Activity[]): Promise<Activity[]> {
  const ids = new Set(facts.flatMap(({ activityId }) => activityId ?? []))
  for (const { _id } of known) ids.delete(_id)
  return ids.size === 0 ? [] : readActivities([...ids])
}

/** Branches that groups of this one belonged to before: what these groups held then stands under those branches and still counts for them. */
function formerBranches(branchId: string, members: readonly Member[], since: Day): string[] {
  const former = members.flatMap(({ memberships }) => {
    const groups = memberships.flatMap((one) => (one.branchId === branchId ? (one.groupId ?? []) : []))
    return memberships
      .filter(
        (one) =>
          one.branchId !== branchId && groups.includes(one.groupId ?? '') && (one.to ?? since) >= since,
      )
      .map((one) => one.branchId)
  })
  return [...new Set(former)]
}

/** The earliest start (ms) of a meeting that may still be announced: it lasts three days at most and closes by itself some hours later. */
const stillAnnounced = (today: Day): number => startOfDay(addDays(today, -4))

/**
 * Facts of these members in a branch and all they are judged by. A few calls, in pages: facts, calendar, who is expected, and meetings
 * elsewhere if any. Who is expected decides what is planned, never what is done: `numbers` leaves it out.
 */
export async function readEvidenceOf(
  branchId: string,
  members: readonly Member[],
  span: Span,
  what: 'everything' | 'numbers' = 'everything',
): Promise<Omit<BranchEvidence, 'members'>> {
  const communities = new Set(members.flatMap(({ communityId }) => communityId ?? []))
  const lecturerIds = members.filter(({ cadre }) => cadre !== undefined).map(({ _id }) => _id)
  const branchIds = [branchId, ...formerBranches(branchId, members, span.since)]
  const [facts, calendar, expected] = await Promise.all([
    readFacts(branchId, members, span),
    readCalendar([...branchIds, ...communities], startOfDay(span.since), {
      lecturerIds,
      ...(isOver(span) && { until: heldUntil(span) }),
    }),
    what === 'everything' && !isOver(span) ? readExpected(branchIds, stillAnnounced(span.today)) : undefined,
  ])
  const listed = calendar.map((activity) => withExpected(activity, expected?.get(activity._id)))
  const activities = [...listed, ...(await readElsewhere(facts, calendar))]
  return { facts: indexFacts(facts), activities: indexActivities(activities) }
}

/** How somebody stood plays no part in what is planned for them. */
const withExpected = (activity: Activity, memberIds: string[] | undefined): Activity =>
  memberIds
    ? { ...activity, expected: memberIds.map((memberId) => ({ memberId, standing: 'full' })) }
    : activity

/** Everything a branch's numbers of a period are made of, in one call more. */
export async function readBranchEvidence(
  branchId: string,
  period: Period,
  span: Span,
  now: number,
): Promise<BranchEvidence> {
  const everyone = await readAllMembersOf(branchId)
  const members = everyone
    .filter((member) => branchFor(member, period, now) === branchId)
    .sort((a, b) => a.order - b.order)
  return { members, ...(await readEvidenceOf(branchId, members, span)) }
}
