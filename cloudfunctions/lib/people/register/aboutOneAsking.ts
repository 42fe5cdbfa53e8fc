import { seesNames } from '@domain/access/seesNames'
import type { Context, Found } from '../../entry/useCase'
import { findById } from '../../store/find'
import { aloneAmong } from '../identity/boundRunners'
import { lastPlaceOf, type MemberOfBranch } from './aboutMember'

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
