import { seesNames } from '@domain/access/seesNames'
import type { Member } from '@domain/org/member'
import { placeOf } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import type { Context, Found } from '../../entry/useCase'
import { findById } from '../../store/find'

export interface MemberOfBranch {
  member: Member
  branch: Organisation
}

/** Where the register has a member: today's branch, or the last one of somebody who left. */
export const lastPlaceOf = (member: Member, { today }: Pick<Context, 'today'>) => placeOf(member, today)

/** Actions about a member of the register: the business of the branch that holds the member, or held them last. */
export async function aboutMember(
  { memberId }: { memberId: string },
  context: Context,
): Promise<Found<MemberOfBranch> | null> {
  const { caller, today, tree } = context
  const member = await findById('members', memberId)
  const place = member && lastPlaceOf(member, context)
  const branch = place && tree.get(place.branchId)
  if (!branch || !seesNames(caller, branch, today, tree)) return null
  const { groupId } = place
  return {
    about: { branchId: branch._id, ...(groupId !== undefined && { groupId }) },
    loaded: { member, branch },
  }
}
