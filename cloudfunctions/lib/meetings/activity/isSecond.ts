import { mayBeSecond } from '@domain/access/secondPerson'
import type { Activity } from '@domain/activity/activity'
import { theoryGroupOf } from '@domain/org/theoryGroupOf'
import type { Context } from '../../entry/useCase'

/** Whether the caller may say the second word on a 补录: who else runs the branch, the unit's 中心组, or the work committee where it is asked. */
export function isSecond(
  { branchId, late }: Pick<Activity, 'branchId' | 'late'>,
  { caller, today, tree }: Context,
): boolean {
  if (!late) return false
  const { member } = caller
  if (tree.get(branchId)?.type === 'unit')
    return (
      member !== undefined && member._id !== late.by && theoryGroupOf([member], branchId, today).length > 0
    )
  const awaited = { memberId: '', branchId, enteredBy: late.by, askedAbove: late.asked !== branchId }
  return mayBeSecond(caller, awaited, today, tree)
}
