import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { acceptTransfer, withoutTransfer } from '@domain/org/transfer'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { findById } from '../../store/find'
import { updateAll } from '../../store/updateWhere'
import { aboutLivingBranch } from './aboutMember'
import { changeMember } from './changeMember'
import { isGroupOf } from './checkForm'

type Request = ParsedRequestOf<'roster.accept'>

/** The business of the branch that is asked. Whether the member is there at all is told to nobody else. */
async function load({ memberId, branchId }: Request, context: Context): Promise<Found<Member | null> | null> {
  const found = aboutLivingBranch(branchId, context)
  return found && { about: found.about, loaded: await findById('members', memberId) }
}

/** The word of the branch that was asked to take a member: with a yes the member belongs here from today on. */
export const acceptArrival = useCase('roster.accept', load, async (request, context, member) => {
  const { memberId, branchId, groupId } = request
  const { caller, now, today } = context
  const isYes = request.accept
  const answer = done({ memberId, accepted: isYes })
  if (!member) return refuse('transfer_gone')
  const isHere = membershipOn(member, today)?.branchId === branchId
  // The same word once more.
  if (isYes && isHere && !member.transfer) return answer
  if (!isGroupOf(groupId, branchId, context)) return refuse('wrong_group')
  const place = { branchId, ...(groupId !== undefined && { groupId }) }
  const edit = (one: Member) => {
    if (one.transfer?.toBranchId !== branchId) return refuse('transfer_gone')
    if (!isYes) return withoutTransfer(one)
    return membershipOn(one, today) ? acceptTransfer(one, place, today) : refuse('transfer_gone')
  }
  const result = isYes ? 'accepted' : 'declined'
  const by = nameForRecords(caller)
  const telling = { what: 'transfer' as const, by, at: now, placeId: branchId, result }
  const changed = await changeMember(caller, member, edit, telling)
  if ('reason' in changed) return changed
  // What the member asked for, to be bound or corrected, waits for the branch of today.
  if (isYes) {
    await updateAll('identities', { memberId, state: 'requested' }, { branchId })
    await updateAll('corrections', { memberId, state: 'open' }, { branchId })
  }
  return answer
})
