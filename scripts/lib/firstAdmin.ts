import { randomId } from '@cloud/lib/ground/idFrom'
import { firstInvitation, hashOf, newToken } from '@cloud/lib/people/identity/invitation'
import type { Invitation } from '@cloud/lib/store/collections/invitations'
import type { Grant } from '@domain/access/person'
import { isInForce } from '@domain/org/membershipOn'
import { dayOf } from '@domain/time/day'
import type { Emulator } from '../../emulator/types'

export interface FirstAdmin {
  /** Told once: the row keeps only its hash. */
  token: string
  row: Omit<Invitation, 'updatedAt'>
}

/** The one-time token of the first administrator (binding.firstAdmin) and the row of `invitations` that it opens. */
export function firstAdmin(countyName: string, now: number): FirstAdmin {
  const token = newToken()
  const row = firstInvitation(hashOf(token), countyName, { _id: randomId(), now })
  return { token, row }
}

/** A new token for a local cloud whose county nobody runs; undefined where somebody does. */
export function haveFirstAdmin(
  { database, clock }: Emulator,
  countyName = '县直机关工委',
): string | undefined {
  const today = dayOf(clock.now())
  const runs = database
    .find('identities', { state: 'bound', 'grants.role': 'committee' })
    .some(({ grants }) =>
      (grants as Grant[]).some((one) => one.role === 'committee' && isInForce(one, today)),
    )
  if (runs) return undefined
  const { token, row } = firstAdmin(countyName, clock.now())
  database.insertMany('invitations', [{ ...row }])
  return token
}
