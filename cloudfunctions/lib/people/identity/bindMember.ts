import { type Refusal, refuse } from '@domain/contract/answer'
import { auditedOr, mark, unmark } from '../../entry/audit/audited'
import type { Caller } from '../../entry/whoIsCalling'
import { randomId } from '../../ground/idFrom'
import { not } from '../../store/conditions'
import { count } from '../../store/find'
import { insertOnce } from '../../store/insertOnce'
import { updateWhere } from '../../store/updateWhere'

/** Someone already bound speaks for a member: one member, one WeChat identity. */
export const isTaken = async (memberId: string): Promise<boolean> =>
  (await count('identities', { memberId, state: 'bound' })) > 0

interface Seat {
  memberId: string
  branchId?: string
  /** memberId of who said yes. */
  by: string
  invitationId?: string
}

/**
 * Lets an identity that meets the condition speak for a member. Two at one instant: whoever finds the member taken twice goes `back` to what
 * it was. `id`: of the audit row that tells of it.
 */
export async function bindWhere(
  where: { _id: string } & Record<string, unknown>,
  { by, ...seat }: Seat,
  back: Record<string, unknown>,
  now: number,
  id: string,
): Promise<Refusal | null> {
  const { memberId } = seat
  if (await isTaken(memberId)) return refuse('member_already_bound')
  const change = { state: 'bound', ...seat, boundAt: now, boundBy: by, ...mark(id) }
  const bound = await updateWhere('identities', where, change)
  if (!bound) return refuse('request_gone')
  if ((await count('identities', { memberId, state: 'bound' })) === 1) return null
  await updateWhere('identities', { _id: where._id, memberId, state: 'bound' }, { ...back, ...unmark(id) })
  return refuse('member_already_bound')
}

/** Makes sure that an OPENID has a document; a new one speaks for nobody. Gives its requestId. */
export async function haveIdentity({ openId, identity }: Caller, now: number): Promise<string> {
  if (identity) return identity.requestId
  const fresh = { state: 'unbound' as const, requestId: randomId(), requestedAt: now, grants: [] }
  await insertOnce('identities', { _id: openId, ...fresh })
  return fresh.requestId
}

const noSeat = { memberId: undefined, branchId: undefined, boundBy: undefined, invitationId: undefined }

/** Binds whoever calls at once: a stranger, or an outside person, who keeps the rights held as such. `how`: by an invitation, by the phone. */
export async function bindCaller(
  caller: Caller,
  seat: Seat,
  how: 'invitation' | 'phone',
  now: number,
): Promise<Refusal | null> {
  const requestId = await haveIdentity(caller, now)
  const { openId: _id, identity } = caller
  const isOutside = identity?.state === 'bound'
  const where = isOutside ? { _id, state: 'bound', memberId: null } : { _id, state: not('bound') }
  const back = isOutside ? noSeat : { ...noSeat, state: 'unbound', boundAt: undefined }
  const { by, memberId, branchId, invitationId } = seat
  const to = { ...(branchId && { branchId }), ...(invitationId && { invitationId }) }
  const telling = { what: 'bind' as const, by, at: now, memberId, result: how, to }
  const refusal = await auditedOr(
    { ...telling, key: invitationId ?? requestId },
    { name: 'identities' },
    (id) => bindWhere(where, seat, back, now, id),
  )
  return refusal?.reason === 'request_gone' ? refuse('already_bound') : refusal
}
