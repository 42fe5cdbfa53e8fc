import { done, type Outcome, refuse } from '@domain/contract/answer'
import { auditedOr } from '../../entry/audit/audited'
import type { Context } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { codePrefix } from '../../ground/codePrefix'
import { idFrom } from '../../ground/idFrom'
import type { Invitation } from '../../store/collections/invitations'
import { not } from '../../store/conditions'
import { insertOnce } from '../../store/insertOnce'
import { updateAll, updateWhere } from '../../store/updateWhere'
import { hashOf, INVITATION_MS, newToken } from '../identity/invitation'

type What = Pick<Invitation, 'organisationId' | 'name' | 'memberId' | 'role' | 'to'>

interface Told {
  invitationId: string
  token: string
  codePrefix: string
  name: string
  until: number
}

/** Of a member's invitations the newest is the only one. */
export async function replaceOthers(_id: string, memberId: string | undefined): Promise<void> {
  if (memberId === undefined) return
  await updateAll('invitations', { memberId, state: 'open', _id: not(_id) }, { state: 'replaced' })
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
  const { organisationId, memberId, role, to } = what
  const about = { ...(memberId && { memberId }), placeId: organisationId, result: role ?? 'member' }
  const told = { ...about, to: { invitationId: _id, ...(to && { to }) }, key: _id }
  const telling = { what: 'invite' as const, by: row.by, at: now, ...told }
  const refusal = await auditedOr(telling, { name: 'invitations', ids: [_id] }, async (id) => {
    const marked = { ...row, audited: [id] }
    if ((await insertOnce('invitations', marked)) === 'duplicate') {
      const same = { _id, state: 'open', organisationId, memberId: memberId ?? null }
      if (!(await updateWhere('invitations', same, { tokenHash, until }))) return refuse('invitation_gone')
    }
    await replaceOthers(_id, memberId)
    return null
  })
  if (refusal) return refusal
  return done({ invitationId: _id, token, codePrefix: codePrefix(), name: what.name, until })
}
