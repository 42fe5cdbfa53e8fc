import type { Activity } from '@domain/activity/activity'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import type { Day } from '@domain/org/organisation'
import { addDays, startOfDay } from '@domain/period/day'
import type { Fact } from '@domain/progress/fact'
import { readCalendar } from '../wx/readCalendar'
import { readFactsWithActivities } from '../wx/readFactsWithActivities'

/** Everything that concerns a member from a day on: own facts, the branch's and the community's calendar, and where else one has been. */
export async function readMemberCalendar(
  member: Member,
  from: Day,
  today: Day,
): Promise<{ facts: Fact[]; activities: Activity[] }> {
  const branchId = membershipOn(member, today)?.branchId
  const places = [branchId, member.communityId].filter((id) => id !== undefined)
  const [own, calendar] = await Promise.all([
    // A leave asked for stands on the day of its activity, which is still to come.
    readFactsWithActivities(member._id, from, addDays(today, 366)),
    readCalendar(places, startOfDay(from), member._id),
  ])
  // Where both know an activity, the calendar's copy says whether this member is expected.
  const byId = new Map([...own.activities, ...calendar].map((activity) => [activity._id, activity]))
  return { facts: own.facts, activities: [...byId.values()] }
}
