import { mayDo } from '@domain/access/mayDo'
import { weightOf } from '@domain/access/oneself'
import { mayBeSecond } from '@domain/access/secondPerson'
import type { Activity } from '@domain/activity/activity'
import type { Fact } from '@domain/fact/fact'
import { theoryGroupOf } from '@domain/org/theoryGroupOf'
import { targetOf } from '../../entry/targets'
import type { Context } from '../../entry/useCase'

/**
 * Whether a person says yes or no to a 请假 that waits: whoever runs the meeting today; at a unit's also who sits in its 中心组; the work committee
 * where it was asked. Never to one's own.
 */
export function answersLeave(activity: Activity, fact: Fact, { caller, today, tree }: Context): boolean {
  const { memberId, by: enteredBy, witnessId } = fact
  const { branchId, hostType } = activity
  if (weightOf({ what: 'witness' }, caller, { memberId, enteredBy }) === 'refused') return false
  if (mayDo('activity.settle', caller, { day: today, ...targetOf(activity) }, tree)) return true
  if (hostType === 'unit' && caller.member) return theoryGroupOf([caller.member], branchId, today).length > 0
  const askedAbove = witnessId !== branchId
  return askedAbove && mayBeSecond(caller, { memberId, branchId, enteredBy, askedAbove }, today, tree)
}
