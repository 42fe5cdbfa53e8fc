import type { Activity, JudgedActivity } from '@domain/activity/activity'
import { mayGoOnFrom } from '@domain/activity/effectiveState'
import type { Fact, JudgedFact } from '@domain/fact/fact'
import { communityIdsSince } from '@domain/org/communities'
import type { Member } from '@domain/org/member'
import { addDays, type Day, startOfDay } from '@domain/time/day'
import { readCalendar, readJudgedCalendar } from '../../store/readCalendar'
import { readFactsWithActivities, readJudgedRecords } from '../../store/readFactsWithActivities'

/** Where the member was expected on a day since: the branches, the units whose 中心组 one is of. */
function ownPlacesSince({ memberships, posts }: Member, from: Day): string[] {
  const lasted = ({ to }: { to?: Day }) => to === undefined || to >= from
  const branchIds = memberships.filter(lasted).map(({ branchId }) => branchId)
  const unitIds = posts
    .filter((held) => held.post === 'theory_group_member' && lasted(held))
    .map(({ organisationId }) => organisationId)
  return [...new Set([...branchIds, ...unitIds])]
}

/** Wherever the member belonged on a day since: the own communities too. */
export const placesSince = (member: Member, from: Day): string[] => [
  ...new Set([...ownPlacesSince(member, from), ...communityIdsSince(member, from)]),
]

/** A leave asked for stands on the day of its activity, which is still to come. */
const lastDay = (today: Day): Day => addDays(today, 366)

const readingOf = (member: Member, from: Day, today: Day) => ({
  memberId: member._id,
  lecturerIds: member.cadre === undefined ? [] : [member._id],
  offered: { communityIds: communityIdsSince(member, from), from: mayGoOnFrom(today) },
})

/** Where both know an activity, the calendar's copy says whether this member is expected. */
const together = <A extends { _id: string }>(own: readonly A[], calendar: readonly A[]): A[] => [
  ...new Map([...own, ...calendar].map((activity) => [activity._id, activity])).values(),
]

/**
 * Everything that concerns a member from a day on: own facts, the calendars of branch and 中心组, what the own communities still offer, lectures
 * given anywhere, and where else one has been.
 */
export async function readMemberCalendar(
  member: Member,
  from: Day,
  today: Day,
): Promise<{ facts: Fact[]; activities: Activity[] }> {
  const [own, calendar] = await Promise.all([
    readFactsWithActivities(member._id, from, lastDay(today)),
    readCalendar(ownPlacesSince(member, from), startOfDay(from), readingOf(member, from, today)),
  ])
  return { facts: own.facts, activities: together(own.activities, calendar) }
}

/** The same, as numbers are judged by it. */
export async function readJudgedMember(
  member: Member,
  from: Day,
  today: Day,
): Promise<{ facts: JudgedFact[]; activities: JudgedActivity[] }> {
  const [own, calendar] = await Promise.all([
    readJudgedRecords(member._id, from, lastDay(today)),
    readJudgedCalendar(ownPlacesSince(member, from), startOfDay(from), readingOf(member, from, today)),
  ])
  return { facts: own.facts, activities: together(own.activities, calendar) }
}
