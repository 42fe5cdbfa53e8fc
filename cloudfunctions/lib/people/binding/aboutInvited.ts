import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import type { Context, Found } from '../../entry/useCase'
import { findById } from '../../store/find'
import { unledOf } from '../identity/boundRunners'

/**
 * Actions about a member of the register, as those who run the branch do them; while none of these has a WeChat, the work committee above. A
 * member who left is none of a branch's any more.
 */
export async function aboutInvited(
  { memberId }: { memberId: string },
  { today }: Context,
): Promise<Found<{ member: Member; branchId: string }> | null> {
  const member = await findById('members', memberId)
  const branchId = member && membershipOn(member, today)?.branchId
  if (!branchId) return null
  const askedAbove = (await unledOf([branchId], { today })).length > 0
  return { about: { branchId, memberId, ...(askedAbove && { askedAbove }) }, loaded: { member, branchId } }
}
