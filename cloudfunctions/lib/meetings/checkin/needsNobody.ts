import { mayDo } from '@domain/access/mayDo'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import type { Context } from '../../entry/useCase'

/** Those who run the branch enter a 补学 for somebody else by themselves; for one's own they ask a second person like everyone. */
export function needsNobody(
  member: Pick<Member, '_id' | 'memberships'>,
  { caller, today, tree }: Context,
): boolean {
  const branchId = membershipOn(member, today)?.branchId
  const isOther = caller.member?._id !== member._id
  return isOther && branchId !== undefined && mayDo('checkin.makeUp', caller, { day: today, branchId }, tree)
}
