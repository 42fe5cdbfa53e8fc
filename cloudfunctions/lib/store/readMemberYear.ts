import type { Activity } from '@domain/activity/activity'
import type { Fact } from '@domain/fact/fact'
import type { Day } from '@domain/time/day'
import { periodByKey } from '@domain/time/period'
import { readFactsWithActivities } from './readFactsWithActivities'

/** Everything a member did in the year of a day, and the activities it was done at, in one call. */
export function readMemberYear(
  memberId: string,
  on: Day,
): Promise<{ facts: Fact[]; activities: Activity[] }> {
  const { from, to } = periodByKey(on.slice(0, 4))
  return readFactsWithActivities(memberId, from, to)
}
