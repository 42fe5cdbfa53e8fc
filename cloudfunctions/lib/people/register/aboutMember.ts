import { seesNames } from '@domain/access/seesNames'
import type { Member } from '@domain/org/member'
import { isActiveOn, placeOf } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import type { Context, Found } from '../../entry/useCase'
import { findById } from '../../store/find'
import { aloneAmong } from '../identity/boundRunners'

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

/** Actions about the register of a branch; that of a counts-only branch is answered to those outside as if it were not there. */
export function aboutRegister(
  branchId: string,
  { caller, today, tree }: Context,
): Found<Organisation> | null {
  const branch = tree.get(branchId)
  if (branch?.type !== 'branch' || !seesNames(caller, branch, today, tree)) return null
  return { about: { branchId }, loaded: branch }
}

/** The same for what writes: nobody is added to a branch that is no more. */
export function aboutLivingBranch(branchId: string, context: Context): Found<Organisation> | null {
  const found = aboutRegister(branchId, context)
  return found && isActiveOn(found.loaded, context.today) ? found : null
}

/**
 * Actions that answer what a member asks of the branch: its own business; the work committee's for the member who alone runs it, also where
 * names stay inside, since none is in the answer.
 */
export async function aboutOneAsking(
  { memberId }: { memberId: string },
  context: Context,
): Promise<Found<MemberOfBranch> | null> {
  const { caller, today, tree } = context
  const member = await findById('members', memberId)
  const branchId = member ? lastPlaceOf(member, context)?.branchId : undefined
  const branch = tree.get(branchId ?? '')
  if (!member || !branch) return null
  const askedAbove = (await aloneAmong([member], context)).length > 0
  if (!askedAbove && !seesNames(caller, branch, today, tree)) return null
  return { about: { branchId: branch._id, ...(askedAbove && { askedAbove }) }, loaded: { member, branch } }
}
