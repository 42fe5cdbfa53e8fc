import type { Activity } from '@domain/activity/activity'
import { dutiesFor } from '@domain/duty/dutiesFor'
import type { Duty } from '@domain/duty/duty'
import type { Member } from '@domain/org/member'
import { judgedDay } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { evaluate } from '@domain/progress/evaluate'
import type { Period } from '@domain/progress/progress'
import { theoryGroupOn } from './theoryGroup'

/** Every duty of a unit in a period; where nobody sits in a 中心组 there is none. */
export function unitDuties(input: {
  unit: Organisation
  members: readonly Member[]
  duties: readonly Duty[]
  period: Period
  activities: readonly Activity[]
  now: number
}) {
  const { unit, members, duties, period, activities, now } = input
  if (theoryGroupOn(members, unit._id, judgedDay(period, now)).length === 0) return []
  const subject = { type: 'unit' as const, organisation: unit }
  return dutiesFor(duties, period)
    .filter((duty) => duty.subject === 'unit')
    .map((duty) => ({ duty, progress: evaluate({ duty, subject, period, now, facts: [], activities }) }))
}
