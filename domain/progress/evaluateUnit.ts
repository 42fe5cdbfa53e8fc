import { dutiesFor } from '../duty/dutiesFor'
import type { Duty } from '../duty/duty'
import { indexActivities } from '../evidence/indexActivities'
import { indexFacts } from '../fact/indexFacts'
import type { Member } from '../org/member'
import { judgedDay } from '../org/membershipOn'
import type { Organisation } from '../org/organisation'
import { theoryGroupOf } from '../org/theoryGroupOf'
import type { Period } from '../time/period'
import { evaluate, type Evidence } from './evaluate'
import { missingFirst } from './missingFirst'
import type { Progress } from './progress'

export interface UnitDuty {
  duty: Duty
  progress: Progress
}

/**
 * Every duty of a unit (党组, 党委) in a period, missing first. What its 中心组 owes does not exist where nobody is in one on the judged day.
 * `members`: those with a post at the unit; others change nothing.
 */
export const evaluateUnit = (
  input: {
    unit: Organisation
    members: readonly Pick<Member, '_id' | 'posts'>[]
    duties: readonly Duty[]
    period: Period
    now: number
  } & Evidence,
): UnitDuty[] => {
  const { unit, period, now } = input
  const facts = indexFacts(input.facts)
  const activities = indexActivities(input.activities)
  const hasTheoryGroup = theoryGroupOf(input.members, unit._id, judgedDay(period, now)).length > 0
  return dutiesFor(input.duties, period)
    .filter((duty) => duty.subject === 'unit' && (hasTheoryGroup || duty.appliesTo !== 'with_theory_group'))
    .map((duty) => {
      const subject = { type: 'unit' as const, organisation: unit }
      return { duty, progress: evaluate({ duty, subject, period, facts, activities, now }) }
    })
    .sort(missingFirst)
}
