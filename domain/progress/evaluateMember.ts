import { dutiesFor } from '../duty/dutiesFor'
import type { Duty } from '../duty/duty'
import type { Member } from '../org/member'
import { evaluate } from './evaluate'
import type { Evidence } from './evaluate'
import { indexActivities } from './indexActivities'
import { indexFacts } from './indexFacts'
import { missingFirst } from './missingFirst'
import { concerns } from './notOwed'
import type { Period, Progress } from './progress'

/** Every duty a member has in a period (those of other period kinds are left out), missing first. */
export const evaluateMember = (
  input: { member: Member; duties: readonly Duty[]; period: Period; now: number } & Evidence,
): Progress[] => {
  const { member, period, now } = input
  const facts = indexFacts(input.facts)
  const activities = indexActivities(input.activities)
  return dutiesFor(input.duties, period)
    .filter((duty) => duty.subject === 'member' && concerns(duty, member))
    .map((duty) => evaluate({ duty, subject: { type: 'member', member }, period, facts, activities, now }))
    .sort(missingFirst)
}
