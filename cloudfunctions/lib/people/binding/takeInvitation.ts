import { done, type Refusal, refuse } from '@domain/contract/answer'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { inTreeOrder } from '../../entry/inTreeOrder'
import { NAMELESS } from '../../entry/Names'
import { aboutNothing, countyBranches, named } from '../../entry/targets'
import { type Context, type Found, useCase } from '../../entry/useCase'
import type { Invitation } from '../../store/collections/invitations'
import { after } from '../../store/conditions'
import { findById } from '../../store/find'
import { updateWhere } from '../../store/updateWhere'
import { addGrant } from '../identity/addGrant'
import { limitNamed, limitOwn } from '../identity/askPlainly'
import { bindCaller, isTaken } from '../identity/bindMember'
import { unledOf } from '../identity/boundRunners'
import { hashOf, markGiven, stillHolds } from '../identity/invitation'
import { readGiven } from './readGiven'

/**
 * Actions about a member of the register, as those who run the branch do them; while none of these has a WeChat, the work committee above. A
 * member who left is none of a branch's any more.
 */
export async function aboutInvited(
  { memberId }: { memberId: string },
  { today }: Context,
): Promise<Found<{ member: Member; branchId: string }> | null> {
  const member = await findById('members', memberId)
  const branchId = member && membershipOn(member, today)?.branchId
  if (!branchId) return null
  const askedAbove = (await unledOf([branchId], { today })).length > 0
  return { about: { branchId, memberId, ...(askedAbove && { askedAbove }) }, loaded: { member, branchId } }
}

/** Names of branches to choose from when binding: what stands on every door plate, so strangers may read it. */
export const branchChoices = useCase('identity.branches', aboutNothing, async (_request, { tree, today }) => {
  const nodes = countyBranches(tree, today)
  return done({ branches: nodes.sort(inTreeOrder(tree)).map(named) })
})

/** 李**: enough to know whether one is meant, too little to know who is. */
const hintOf = (name: string): string => `${[...name][0] ?? ''}**`

export const lookAtInvitation = useCase('binding.look', aboutNothing, async ({ token }, context) => {
  const given = await readGiven(token, context)
  if ('reason' in given) return given
  const { invitation, organisation } = given
  return done({
    organisation: { id: organisation._id, name: organisation.name },
    hint: organisation.countsOnly && invitation.memberId ? NAMELESS : hintOf(invitation.name),
    ...(invitation.role && { role: invitation.role }),
    ...(invitation.asksTail && { asksTail: true }),
  })
})

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
