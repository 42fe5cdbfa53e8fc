import { randomBytes } from 'node:crypto'
import type { Grant } from '@domain/access/person'
import { addDays, type Day } from '@domain/time/day'
import { mark } from '../../entry/audit/audited'
import { randomId } from '../../ground/idFrom'
import type { Identity } from '../../store/collections/identities'
import { updateWhere } from '../../store/updateWhere'
import { closeTakenBy } from './invitation'

const noSeat = {
  memberId: undefined,
  branchId: undefined,
  activityId: undefined,
  boundAt: undefined,
  boundBy: undefined,
  invitationId: undefined,
  name: undefined,
}

/** Messages agreed to with a phone that is not the member's any more, or by someone who has taken the consent back, are not sent. */
export async function forgetCredits(memberId: string): Promise<void> {
  const none = { meeting: undefined, month_gap: undefined, change: undefined, confirmed: undefined }
  await updateWhere('credits', { _id: memberId }, none)
}

/** With an end before a day. They stay in the list, so that no resend of what gave one gives it again. */
export const endedBefore = (grants: readonly Grant[], today: Day): Grant[] =>
  grants.map((grant) =>
    grant.to !== undefined && grant.to < today ? grant : { ...grant, to: addDays(today, -1) },
  )

/**
 * Ends what an identity speaks for, the rights given to it included: they were given to whoever held this phone. The phone keeps the key by
 * which member codes are signed, so the member gets a new one first. Repeating it changes nothing. `id`: of the audit row that tells of it.
 */
export async function unbind(
  { _id, memberId, grants }: Pick<Identity, '_id' | 'memberId' | 'grants'>,
  today: Day,
  id: string,
): Promise<boolean> {
  await closeTakenBy(_id)
  if (memberId !== undefined)
    await updateWhere('members', { _id: memberId }, { codeKey: randomBytes(32).toString('hex') })
  const where = { _id, state: 'bound', memberId: memberId ?? null }
  const ended = endedBefore(grants, today)
  const change = { ...noSeat, state: 'unbound', requestId: randomId(), grants: ended, ...mark(id) }
  const isEnded = await updateWhere('identities', where, change)
  if (memberId !== undefined) await forgetCredits(memberId)
  return isEnded
}
