import { randomBytes } from 'node:crypto'
import { randomId } from '../randomId'
import { updateWhere } from '../wx/updateWhere'
import type { Identity } from './identity'

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

/**
 * Ends what an identity speaks for, the rights given to it included: they were given to whoever held this phone. The phone keeps the key by
 * which member codes are signed, so the member gets a new one first. Repeating it changes nothing.
 */
export async function unbind({ _id, memberId }: Pick<Identity, '_id' | 'memberId'>): Promise<boolean> {
  if (memberId !== undefined) {
    await updateWhere('members', { _id: memberId }, { codeKey: randomBytes(32).toString('hex') })
    await forgetCredits(memberId)
  }
  const where = { _id, state: 'bound', memberId: memberId ?? null }
  return updateWhere('identities', where, { ...noSeat, state: 'unbound', requestId: randomId(), grants: [] })
}
