import type { Activity } from '@domain/activity/activity'
import { periodByKey } from '@domain/time/period'
import type { Fact } from '@domain/fact/fact'
import { readFactsWithActivities } from './readFactsWithActivities'
import type { Day } from '@domain/time/day'

/** Everything a member did in the year of a day, and the activities it was done at, in one call. */
export function readMemberYear(
  memberId: string,
  on: Day,
): Promise<{ facts: Fact[]; activities: Activity[] }> {
  const { from, to } = periodByKey(on.slice(0, 4))
  return readFactsWithActivities(memberId, from, to)
}
