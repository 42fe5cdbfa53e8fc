import { mayGrant } from '@domain/access/mayGrant'
import { done, refuse } from '@domain/contract/answer'
import { titleFor } from '../../entry/titleFor'
import { useCase } from '../../entry/useCase'
import { aboutGrant } from '../grants/aboutGrant'
import { isTaken } from '../identity/bindMember'
import { aboutInvited } from './aboutInvited'
import { storeInvitation } from './storeInvitation'

/** The branch's invitation for one member, or the work committee's while nobody who runs the branch has a WeChat; the newest is the only one. */
export const inviteMember = useCase(
  'binding.invite',
  aboutInvited,
  async ({ nonce }, context, { member, branchId }) => {
    const memberId = member._id
    if (await isTaken(memberId)) return refuse('member_already_bound')
    const stored = await storeInvitation(
      // eslint-disable-next-line house/stored-names -- kept with the invitation, answered through Names
      { organisationId: branchId, name: member.name, memberId },
      nonce,
      context,
    )
    return stored.ok ? done({ ...stored.data, name: titleFor(member, context) }) : stored
  },
)

/** Invites somebody outside the register to a right. */
export const inviteStaff = useCase(
  'binding.inviteStaff',
  aboutGrant,
  async ({ role, name, to, nonce }, context, organisation) => {
    const { caller, today, tree } = context
    if (!mayGrant(caller, role, organisation, today, tree)) return refuse('forbidden')
    if (to !== undefined && to < today) return refuse('wrong_times')
    const what = { organisationId: organisation._id, name, role, ...(to !== undefined && { to }) }
    return storeInvitation(what, nonce, context)
  },
)
