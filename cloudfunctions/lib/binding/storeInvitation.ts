import { done, type Outcome, refuse } from '@domain/contract/answer'
import { nameForRecords } from '../caller/whoIsCalling'
import { codePrefix } from '../codePrefix'
import type { Context } from '../dispatch/useCase'
import { idFrom } from '../idFrom'
import { insertOnce } from '../wx/insertOnce'
import { updateWhere } from '../wx/updateWhere'
import { hashOf, type Invitation, INVITATION_MS, newToken } from './invitation'

type What = Pick<Invitation, 'organisationId' | 'name' | 'memberId' | 'role' | 'to'>

interface Told {
  invitationId: string
  token: string
  codePrefix: string
  name: string
  until: number
}

/** Stores an invitation. A resend finds it and gives it a new token: what the answer before told is not kept anywhere. */
export async function storeInvitation(
  what: What,
  nonce: string,
  { caller, now }: Context,
): Promise<Outcome<Told>> {
  const _id = idFrom(caller.openId, nonce)
  const token = newToken()
  const tokenHash = hashOf(token)
  const until = now + INVITATION_MS
  const giver = caller.identity?.requestId ?? ''
  const row = {
    _id,
    tokenHash,
    state: 'open' as const,
    ...what,
    giver,
    by: nameForRecords(caller),
    at: now,
    until,
  }
  if ((await insertOnce('invitations', row)) === 'duplicate') {
    const { organisationId, memberId } = what
    const same = { _id, state: 'open', organisationId, memberId: memberId ?? null }
    if (!(await updateWhere('invitations', same, { tokenHash, until }))) return refuse('invitation_gone')
  }
  return done({ invitationId: _id, token, codePrefix: codePrefix(), name: what.name, until })
}
