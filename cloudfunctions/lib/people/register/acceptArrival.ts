import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import type { Member } from '@domain/org/member'
import { isActiveOn, membershipOn } from '@domain/org/membershipOn'
import { acceptTransfer, askTransfer, declineTransfer, withoutTransfer } from '@domain/org/transfer'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { findById } from '../../store/find'
import { updateAll } from '../../store/updateWhere'
import { aboutLivingBranch, aboutMember } from './aboutMember'
import { changeMember } from './changeMember'
import { isGroupOf } from './checkForm'
import { namedIn } from './registerChoices'

/** 组织关系转接: asks another branch, or takes it back. Until its yes the member stays where they are, with all that is owed there. */
export const askForTransfer = useCase(
  'roster.transfer',
  aboutMember,
  async (request, context, { member, branch }) => {
    const { toBranchId } = request
    const { caller, now, today, tree } = context
    const by = nameForRecords(caller)
    if (toBranchId === branch._id) return refuse('same_branch')
    const target = toBranchId === null ? undefined : tree.get(toBranchId)
    if (toBranchId !== null && !(target?.type === 'branch' && isActiveOn(target, today)))
      return refuse('invalid_request', { path: 'toBranchId' })
    const edit = (one: Member) => {
      if (membershipOn(one, today)?.branchId !== branch._id) return refuse('transfer_gone')
      return toBranchId === null ? withoutTransfer(one) : askTransfer(one, { toBranchId, askedOn: today, by })
    }
    const result = toBranchId === null ? 'taken_back' : `to:${toBranchId}`
    const telling = { what: 'transfer' as const, by, at: now, placeId: branch._id, result }
    const changed = await changeMember(caller, member, edit, telling)
    if ('reason' in changed) return changed
    return done({
      memberId: member._id,
      ...(toBranchId !== null && { leavingTo: namedIn(tree, toBranchId) }),
    })
  },
)

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
    if (!isYes) return declineTransfer(one, today)
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
