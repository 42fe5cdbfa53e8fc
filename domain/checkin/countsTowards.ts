import type { Activity } from '../activity/activity'
import type { Duty } from '../duty/duty'
import type { Member } from '../org/member'
import type { Fact } from '../progress/fact'

export interface CountsTowardsContext {
  member: Member
  duties: readonly Duty[]
  /** The member's facts of the widest period shown (a year is fine), the new one among them. */
  facts: readonly Fact[]
  /** The activities those facts point at, this one among them. */
  activities: readonly Activity[]
  now: number
}

/** One line of the result page. `met`: the minimum is met, or there is none. */
export interface CountsTowards {
  dutyId: string
  label: string
  text: string
  met: boolean
}

export const countsTowards = (
  _fact: Fact,
  _activity: Activity,
  _context: CountsTowardsContext,
): CountsTowards[] => {
  throw new Error('todo')
}
