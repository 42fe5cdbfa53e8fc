import { done, refuse } from '@domain/contract/answer'
import type { Member } from '@domain/org/member'
import { isActiveOn, membershipOn } from '@domain/org/membershipOn'
import { askTransfer, withoutTransfer } from '@domain/org/transfer'
import { useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { aboutMember } from './aboutMember'
import { changeMember } from './changeMember'
import { namedIn } from './namedIn'

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
