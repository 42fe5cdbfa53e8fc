import type { Activity } from '@domain/activity/activity'
import type { Member } from '@domain/org/member'
import { branchFor } from '@domain/org/membershipOn'
import type { Day } from '@domain/org/organisation'
import { startOfDay } from '@domain/period/day'
import { indexActivities, type ActivityIndex } from '@domain/progress/indexActivities'
import type { Fact } from '@domain/progress/fact'
import { type FactIndex, indexFacts } from '@domain/progress/indexFacts'
import type { Period } from '@domain/progress/progress'
import { readAllMembersOf } from '../activity/readBranchMembers'
import { anyOf, between, oneOf } from '../wx/conditions'
import { find } from '../wx/find'
import { readCalendar } from '../wx/readCalendar'

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
  'reason',
  'detail',
  'updatedAt',
] as const

export interface BranchEvidence {
  /** Who belongs to the branch for the period, in register order. */
  members: Member[]
  facts: FactIndex
  activities: ActivityIndex
}

/** Whom it held on another branch's day: their facts of before stand under that branch. */
const hasArrived = (member: Member, branchId: string, from: Day): boolean =>
  member.memberships.some((membership) => membership.branchId !== branchId && (membership.to ?? from) >= from)

async function readFacts(branchId: string, members: readonly Member[], from: Day, to: Day): Promise<Fact[]> {
  const arrived = members.filter((member) => hasArrived(member, branchId, from)).map(({ _id }) => _id)
  const occurredOn = between(from, to)
  const own = { branchId, occurredOn }
  const where = arrived.length === 0 ? own : anyOf(own, { memberId: oneOf(arrived), occurredOn })
  return (await find('facts', where, { limit: 20_000, fields })) as Fact[]
}

/** What the evidence points at and the calendar does not hold: meetings elsewhere. */
async function readElsewhere(facts: readonly Fact[], known: readonly Activity[]): Promise<Activity[]> {
  const ids = new Set(facts.flatMap(({ activityId }) => activityId ?? []))
  for (const { _id } of known) ids.delete(_id)
  return ids.size === 0 ? [] : find('activities', { _id: oneOf([...ids]) }, { limit: 2000 })
}

/** From `from` to `to` for facts; the calendar from `since` on. */
interface Span {
  from: Day
  to: Day
  since: Day
}

/**
 * Facts of these members in a branch and all they are judged by. At most three calls: facts, calendar, and meetings elsewhere if any.
 * Who is expected decides what is planned, never what is done: `numbers` leaves it out.
 */
export async function readEvidenceOf(
  branchId: string,
  members: readonly Member[],
  span: Span,
  what: 'everything' | 'numbers' = 'everything',
): Promise<Omit<BranchEvidence, 'members'>> {
  const communities = new Set(members.flatMap(({ communityId }) => communityId ?? []))
  const lecturerIds = members.filter(({ cadre }) => cadre !== undefined).map(({ _id }) => _id)
  const [facts, calendar] = await Promise.all([
    readFacts(branchId, members, span.from, span.to),
    readCalendar([branchId, ...communities], startOfDay(span.since), {
      lecturerIds,
      ...(what === 'numbers' && { memberId: null }),
    }),
  ])
  const activities = [...calendar, ...(await readElsewhere(facts, calendar))]
  return { facts: indexFacts(facts), activities: indexActivities(activities) }
}

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
