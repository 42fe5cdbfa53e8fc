import { mayGrant } from '@domain/access/mayGrant'
import { refuse } from '@domain/contract/answer'
import { useCase } from '../../entry/useCase'
import { aboutGrant } from '../grants/aboutGrant'
import { storeInvitation } from './storeInvitation'

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
