import type { Activity } from '@domain/activity/activity'
import { mayGoOnFrom } from '@domain/activity/effectiveState'
import type { Fact } from '@domain/fact/fact'
import { communityIdsSince } from '@domain/org/communities'
import type { Member } from '@domain/org/member'
import { addDays, type Day, startOfDay } from '@domain/time/day'
import { readCalendar } from '../../store/readCalendar'
import { readFactsWithActivities } from '../../store/readFactsWithActivities'

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

/**
 * Everything that concerns a member from a day on: own facts, the calendars of branch and 中心组, what the own communities still offer, lectures
 * given anywhere, and where else one has been.
 */
export async function readMemberCalendar(
  member: Member,
  from: Day,
  today: Day,
): Promise<{ facts: Fact[]; activities: Activity[] }> {
  const lecturerIds = member.cadre === undefined ? [] : [member._id]
  const offered = { communityIds: communityIdsSince(member, from), from: mayGoOnFrom(today) }
  const [own, calendar] = await Promise.all([
    // A leave asked for stands on the day of its activity, which is still to come.
    readFactsWithActivities(member._id, from, addDays(today, 366)),
    readCalendar(ownPlacesSince(member, from), startOfDay(from), {
      memberId: member._id,
      lecturerIds,
      offered,
    }),
  ])
  // Where both know an activity, the calendar's copy says whether this member is expected.
  const byId = new Map([...own.activities, ...calendar].map((activity) => [activity._id, activity]))
  return { facts: own.facts, activities: [...byId.values()] }
}
