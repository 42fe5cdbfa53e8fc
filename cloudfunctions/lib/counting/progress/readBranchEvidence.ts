import type { JudgedActivity } from '@domain/activity/activity'
import { mayGoOnFrom } from '@domain/activity/effectiveState'
import type { FactKind } from '@domain/contract/words'
import { type ActivityIndex, indexActivities } from '@domain/evidence/indexActivities'
import type { JudgedFact } from '@domain/fact/fact'
import { type FactIndex, indexFacts } from '@domain/fact/indexFacts'
import { communityIdsSince } from '@domain/org/communities'
import type { Member } from '@domain/org/member'
import { branchFor } from '@domain/org/membershipOn'
import { announcements } from '@domain/progress/isAnnounced'
import { addDays, type Day, startOfDay } from '@domain/time/day'
import type { Period } from '@domain/time/period'
import { inTurns } from '../../ground/inTurns'
import { readTheoryGroupEver } from '../../people/register/theoryGroup'
import { anyOf, between, oneOf } from '../../store/conditions'
import { readJudgedCalendar } from '../../store/readCalendar'
import { readFactsOfBranch, readJudgedFacts } from '../../store/readJudgedFacts'
import { readAllMembersOf } from '../../store/readPeople'
import { recordsOf } from '../../store/recordsOf'
import type { Where } from '../../wx/sdk'
import { heldUntil, isOver, monthsIn, type Span } from './span'

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
/** Members from whom on a branch is read month by month, several at the same time: page after page would take long. */
const LARGE = 100
/** Months asked for at the same time. */
const TOGETHER = 4

/** What may be said of a period before it begins: a tick for it, and what stands under the old day of something that was moved into it. */
const saidBeforehand: readonly FactKind[] = [...announcements, 'tick', 'talk']

/** What is judged in a period without lying in it, before it. */
function before(branchId: string, { from, saidFrom, presentAt }: Span): Where[] {
  const since = (day: Day) => ({ branchId, occurredOn: between(day, addDays(from, -1)) })
  const wanted: Where[] = []
  if (saidFrom !== undefined) wanted.push({ ...since(saidFrom), kind: oneOf(saidBeforehand) })
  if (presentAt)
    wanted.push({ ...since(presentAt.from), kind: 'attendance', activityKind: oneOf(presentAt.kinds) })
  return wanted
}

/** What is judged in a period without lying in it: what came before, ticks made soon after it, studies made up since, and what newcomers did elsewhere. */
function besides(branchId: string, members: readonly Member[], span: Span): Where[] {
  const { to, today } = span
  const from = span.saidFrom ?? span.from
  const arrived = members.filter((member) => hasArrived(member, branchId, from)).map(({ _id }) => _id)
  const late: Where[] = [
    { branchId, kind: 'tick', occurredOn: between(addDays(to, 1), addDays(to, TICKED_UNTIL)) },
    { branchId, kind: 'make_up', occurredOn: between(addDays(to, 1), today) },
  ]
  const theirs = recordsOf(oneOf(arrived), { occurredOn: between(from, isOver(span) ? today : to) })
  return [...before(branchId, span), ...(isOver(span) ? late : []), ...(arrived.length > 0 ? [theirs] : [])]
}

/** Facts of a branch's span and nothing that is judged in another one: page by page, of a large branch several months at a time. */
async function readFacts(branchId: string, members: readonly Member[], span: Span): Promise<JudgedFact[]> {
  const others = besides(branchId, members, span)
  // What fits into one answer is one question.
  if (members.length < LARGE && monthsIn(span).length === 1)
    return readJudgedFacts(anyOf({ branchId, occurredOn: between(span.from, span.to) }, ...others))
  const found = others.length === 0 ? [] : [readJudgedFacts(anyOf(...others))]
  if (members.length < LARGE) found.push(readFactsOfBranch(branchId, span.from, span.to))
  else
    await inTurns(monthsIn(span), TOGETHER, async ({ from, to }) => {
      const month = readFactsOfBranch(branchId, from, to)
      found.push(month)
      await month
    })
  return (await Promise.all(found)).flat()
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

/**
 * Facts of these members in a branch and all they are judged by. A few calls, in pages: facts, then the calendar with what they point at elsewhere. Who is
 * expected and what communities offer decides what is planned, never what is done: `numbers` leaves it out.
 */
export async function readEvidenceOf(
  branchId: string,
  members: readonly Member[],
  span: Span,
  what: 'everything' | 'numbers' = 'everything',
): Promise<Omit<BranchEvidence, 'members'>> {
  const communityIds = [...new Set(members.flatMap((member) => communityIdsSince(member, span.since)))]
  const lecturerIds = members.filter(({ cadre }) => cadre !== undefined).map(({ _id }) => _id)
  const branchIds = [branchId, ...formerBranches(branchId, members, span.since)]
  const announcedFrom = what === 'everything' && !isOver(span) ? mayGoOnFrom(span.today) : undefined
  const facts = await readFacts(branchId, members, span)
  const activities = await readJudgedCalendar(branchIds, startOfDay(span.since), {
    lecturerIds,
    // What they point at and the calendar does not hold: meetings elsewhere, and services.
    pointedAt: [...new Set(facts.flatMap(({ activityId }) => activityId ?? []))],
    ...(isOver(span) && { until: heldUntil(span) }),
    ...(announcedFrom !== undefined && { announcedFrom, offered: { communityIds, from: announcedFrom } }),
  })
  return { facts: indexFacts(facts), activities: indexActivities(activities) }
}

/** Those of a branch's people, of whatever time, who belong to it for a period; in register order. */
export const membersFor = (everyone: readonly Member[], branchId: string, period: Period, now: number) =>
  everyone.filter((member) => branchFor(member, period, now) === branchId).sort((a, b) => a.order - b.order)

/** Everything a branch's numbers of a period are made of, in one call more. `everyone`: of whatever time, for the shorter periods inside. */
export async function readBranchEvidence(
  branchId: string,
  period: Period,
  span: Span,
  now: number,
): Promise<BranchEvidence & { everyone: Member[] }> {
  const everyone = await readAllMembersOf(branchId)
  const members = membersFor(everyone, branchId, period, now)
  return { members, everyone, ...(await readEvidenceOf(branchId, members, span)) }
}

export interface UnitEvidence {
  /** Whoever ever held a post at the unit: who is of its 中心组 on a day says the post. */
  members: Member[]
  facts: []
  activities: JudgedActivity[]
}

/** What a unit's own numbers of a span are made of: what is held counts, not who was there. Two calls. */
export async function readUnitEvidence(unitId: string, span: Span): Promise<UnitEvidence> {
  const [members, activities] = await Promise.all([
    readTheoryGroupEver(unitId),
    readJudgedCalendar([unitId], startOfDay(span.since), { ...(isOver(span) && { until: heldUntil(span) }) }),
  ])
  return { members, facts: [], activities }
}
