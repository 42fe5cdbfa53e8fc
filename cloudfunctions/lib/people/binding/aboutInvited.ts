import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import type { Context, Found } from '../../entry/useCase'
import { findById } from '../../store/find'

/** Actions about a member of the register, as those who run the branch do them. A member who left is none of a branch's any more. */
export async function aboutInvited(
  { memberId }: { memberId: string },
  { today }: Context,
): Promise<Found<{ member: Member; branchId: string }> | null> {
  const member = await findById('members', memberId)
  const branchId = member && membershipOn(member, today)?.branchId
  return member && branchId ? { about: { branchId, memberId }, loaded: { member, branchId } } : null
}
