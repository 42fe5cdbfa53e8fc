import { done, type Refusal, refuse } from '@domain/contract/answer'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { aboutNothing } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import type { Invitation } from '../../store/collections/invitations'
import { after } from '../../store/conditions'
import { findById } from '../../store/find'
import { updateWhere } from '../../store/updateWhere'
import { addGrant } from '../identity/addGrant'
import { bindCaller, isTaken } from '../identity/bindMember'
import { hashOf, markGiven, stillHolds } from '../identity/invitation'
import { limitNamed, limitOwn } from '../identity/limitBinding'
import { readGiven } from './readGiven'

/** Claims an invitation for the caller; true when it is theirs. Of two phones at one instant one gets it; a resend of that one goes on. */
export async function claim({ _id, takenBy }: Invitation, { caller, now }: Context): Promise<boolean> {
  if (takenBy !== undefined) return true
  const where = { _id, state: 'open', until: after(now) }
  const change = { state: 'taken', takenBy: hashOf(caller.openId), takenAt: now }
  return updateWhere('invitations', where, change)
}

/** Of one that went over on paper: whoever holds it knows the last four digits too. Each try takes a turn of who tries and of whom it names. */
async function checkTail(
  { asksTail, name, organisationId: branchId }: Invitation,
  member: Member,
  phoneTail: string | undefined,
  context: Context,
): Promise<Refusal | null> {
  if (!asksTail) return null
  const blocked = (await limitOwn(context)) ?? (await limitNamed({ branchId, name }, context))
  return blocked ?? (phoneTail === member.phoneTail ? null : refuse('roster_mismatch'))
}

/** Speaks for the member from now on. */
async function takeSeat(
  invitation: Invitation,
  phoneTail: string | undefined,
  context: Context,
): Promise<Refusal | null> {
  const { _id, memberId = '', organisationId, by } = invitation
  const { caller, now, today } = context
  if (stillHolds(invitation, caller, today)) {
    await markGiven(_id)
    return null
  }
  if (caller.member) return refuse('already_bound')
  const member = await findById('members', memberId)
  if (!member || membershipOn(member, today)?.branchId !== organisationId) return refuse('invitation_gone')
  if (await isTaken(memberId)) return refuse('member_already_bound')
  const mismatch = await checkTail(invitation, member, phoneTail, context)
  if (mismatch) return mismatch
  if (!(await claim(invitation, context))) return refuse('invitation_gone')
  const seat = { memberId, branchId: organisationId, by, invitationId: _id }
  const refusal = await bindCaller(caller, seat, 'invitation', now)
  if (refusal) return refusal
  await markGiven(_id)
  return null
}

/** Holds the right from now on; added to what a bound person has. */
async function takeRight(invitation: Invitation, context: Context): Promise<Refusal | null> {
  if (!(await claim(invitation, context))) return refuse('invitation_gone')
  const { _id: grantId, role, organisationId, to, by, name } = invitation
  if (role === undefined) return refuse('invitation_gone')
  const from = context.today
  const grant = { grantId, role, organisationId, from, ...(to !== undefined && { to }), by }
  const refusal = await addGrant(context.caller, grant, { name, by }, context.now)
  if (!refusal) await markGiven(grantId)
  return refusal
}

export const takeInvitation = useCase('binding.take', aboutNothing, async ({ token, phoneTail }, context) => {
  const given = await readGiven(token, context)
  if ('reason' in given) return given
  const { invitation, organisation } = given
  const refusal = await (invitation.memberId === undefined
    ? takeRight(invitation, context)
    : takeSeat(invitation, phoneTail, context))
  return refusal ?? done({ name: invitation.name, organisationName: organisation.name })
})
