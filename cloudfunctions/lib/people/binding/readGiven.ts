import { mayDo } from '@domain/access/mayDo'
import { mayGrant } from '@domain/access/mayGrant'
import { runnersOf } from '@domain/access/secondPerson'
import { type Refusal, refuse } from '@domain/contract/answer'
import type { Organisation } from '@domain/org/organisation'
import { limit } from '../../entry/limit'
import type { Context } from '../../entry/useCase'
import type { Invitation } from '../../store/collections/invitations'
import { find, findById } from '../../store/find'
import { aboutGrant } from '../grants/giveGrant'
import { unledOf } from '../identity/boundRunners'
import { hashOf, isGoodFor } from '../identity/invitation'

/** Whoever gave it lost the right to, or does not speak for the same person any more: it is void. */
async function mayStillGive(
  { giver, role, memberId }: Invitation,
  organisation: Organisation,
  context: Context,
): Promise<boolean> {
  const { today, tree } = context
  const [identity] = await find('identities', { requestId: giver, state: 'bound' }, { limit: 1 })
  if (!identity) return false
  const member = identity.memberId === undefined ? null : await findById('members', identity.memberId)
  const person = { openId: identity._id, grants: identity.grants, ...(member && { member }) }
  if (role !== undefined) return mayGrant(person, role, organisation, today, tree)
  const branchId = organisation._id
  const about = { day: today, branchId, ...(memberId !== undefined && { memberId }) }
  return (
    mayDo('binding.invite', person, about, tree) ||
    ((await isAskedAbove(branchId, memberId ?? '', context)) &&
      mayDo('binding.invite', person, { ...about, askedAbove: true }, tree))
  )
}

/**
 * What the work committee gave for a branch ends when the branch answers for itself, but for those who run it: of a secretary and a deputy, each
 * with the own paper in the hand, nobody is turned away because the other was quicker.
 */
async function isAskedAbove(branchId: string, memberId: string, { today }: Context): Promise<boolean> {
  const member = await findById('members', memberId)
  if (member && runnersOf([member], branchId, today).length > 0) return true
  return (await unledOf([branchId], { today })).length > 0
}

export interface Given {
  invitation: Invitation
  organisation: Organisation
}

async function findGiven(token: string, context: Context): Promise<Given | null> {
  const { caller, today } = context
  const [invitation] = await find('invitations', { tokenHash: hashOf(token) }, { limit: 1 })
  if (!invitation || invitation.first || !isGoodFor(invitation, caller, context)) return null
  const found = aboutGrant(invitation, context)
  if (!found || (invitation.to !== undefined && invitation.to < today)) return null
  return (await mayStillGive(invitation, found.loaded, context))
    ? { invitation, organisation: found.loaded }
    : null
}

/** The invitation of a token that is still good; every other one is the same refusal, of which there are only so many a day. */
export async function readGiven(token: string, context: Context): Promise<Given | Refusal> {
  const given = await findGiven(token, context)
  if (given) return given
  const turn = { openId: context.caller.openId, kind: 'invitation', reason: 'invitation_gone' } as const
  return (await limit(turn, context.now)) ?? refuse('invitation_gone')
}
