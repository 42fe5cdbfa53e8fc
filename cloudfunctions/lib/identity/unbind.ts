import { randomId } from '../randomId'
import { updateWhere } from '../wx/updateWhere'
import type { Identity } from './identity'
import { randomBytes } from 'node:crypto'

const noSeat = {
  memberId: undefined,
  branchId: undefined,
  activityId: undefined,
  boundAt: undefined,
  boundBy: undefined,
  invitationId: undefined,
  name: undefined,
}

/**
 * Ends what an identity speaks for, the rights given to it included: they were given to whoever held this phone. The phone keeps the key by
 * which member codes are signed, so the member gets a new one first; its accepted messages were for this phone, too. Repeating it changes nothing.
 */
export async function unbind({ _id, memberId }: Pick<Identity, '_id' | 'memberId'>): Promise<boolean> {
  if (memberId !== undefined) {
    await updateWhere('members', { _id: memberId }, { codeKey: randomBytes(32).toString('hex') })
    const none = { meeting: undefined, month_gap: undefined, change: undefined, confirmed: undefined }
    await updateWhere('credits', { _id: memberId }, none)
  }
  const where = { _id, state: 'bound', memberId: memberId ?? null }
  return updateWhere('identities', where, { ...noSeat, state: 'unbound', requestId: randomId(), grants: [] })
}
