import { mayGrant } from '@domain/access/mayGrant'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import { updateAudited } from '../../entry/audit/audited'
import { titleFor } from '../../entry/titleFor'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import type { Invitation } from '../../store/collections/invitations'
import { findById } from '../../store/find'
import { aboutGrant } from '../grants/giveGrant'
import { isTaken } from '../identity/bindMember'
import { storeInvitation } from './storeInvitation'
import { aboutInvited } from './takeInvitation'

/** The branch's invitation for one member, or the work committee's while nobody who runs the branch has a WeChat; the newest is the only one. */
export const inviteMember = useCase(
  'binding.invite',
  aboutInvited,
  async ({ nonce }, context, { member, branchId }) => {
    const memberId = member._id
    if (await isTaken(memberId)) return refuse('member_already_bound')
    const stored = await storeInvitation(
      // stored name: kept with the invitation, answered through Names
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

/** Whoever might have given it may end it. */
async function load(
  { invitationId }: ParsedRequestOf<'binding.withdraw'>,
  context: Context,
): Promise<Found<Invitation> | null> {
  const invitation = await findById('invitations', invitationId)
  const found = invitation && aboutGrant(invitation, context)
  if (!invitation || !found) return null
  const { caller, today, tree } = context
  const { role } = invitation
  if (role !== undefined && !mayGrant(caller, role, found.loaded, today, tree)) return null
  return { about: found.about, loaded: invitation }
}

export const withdrawInvitation = useCase(
  'binding.withdraw',
  load,
  async ({ invitationId }, context, invitation) => {
    if (invitation.state === 'withdrawn') return done({ invitationId })
    const { memberId, organisationId, role } = invitation
    const about = { ...(memberId && { memberId }), placeId: organisationId, result: role ?? 'member' }
    const told = { ...about, to: { invitationId }, key: invitationId }
    const by = nameForRecords(context.caller)
    const telling = { what: 'withdraw' as const, by, at: context.now, ...told }
    const where = { _id: invitationId, state: 'open' }
    const isEnded = await updateAudited(telling, 'invitations', where, { state: 'withdrawn' })
    return isEnded ? done({ invitationId }) : refuse('invitation_gone')
  },
)
