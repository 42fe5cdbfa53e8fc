import { randomBytes } from 'node:crypto'
import type { Grant } from '@domain/access/person'
import { isInForce } from '@domain/org/membershipOn'
import { addDays, type Day } from '@domain/time/day'
import { mark } from '../../entry/audit/audited'
import { randomId } from '../../ground/idFrom'
import { walletOf } from '../../store/collections/credits'
import type { Identity } from '../../store/collections/identities'
import { find } from '../../store/find'
import { updateWhere } from '../../store/updateWhere'
import { closeTakenBy } from './invitation'

const runsCounty = ({ grants }: Pick<Identity, 'grants'>, day: Day): boolean =>
  grants.some((grant) => grant.role === 'committee' && isInForce(grant, day))

async function readCommittee(day: Day): Promise<Pick<Identity, '_id' | 'requestId' | 'grants'>[]> {
  const where = { state: 'bound', 'grants.role': 'committee' }
  const found = await find('identities', where, { fields: ['grants', 'requestId'] })
  return found.filter((identity) => runsCounty(identity, day))
}

/** Identities through which the county is run on a day. */
export const committeeOn = async (day: Day): Promise<string[]> =>
  (await readCommittee(day)).map(({ _id }) => _id)

/** The same as invitations name who gave them. */
export const giversOn = async (day: Day): Promise<ReadonlySet<string>> =>
  new Set((await readCommittee(day)).map(({ requestId }) => requestId))

/** Whether nobody would be left to run the county without this identity. */
export async function isLastCommittee(
  identity: Pick<Identity, '_id' | 'grants'>,
  day: Day,
): Promise<boolean> {
  if (!runsCounty(identity, day)) return false
  return (await committeeOn(day)).every((id) => id === identity._id)
}

const noSeat = {
  memberId: undefined,
  branchId: undefined,
  activityId: undefined,
  boundAt: undefined,
  boundBy: undefined,
  invitationId: undefined,
  name: undefined,
}

/** Messages agreed to with a phone that is not the person's any more, or by someone who has taken the consent back, are not sent. */
export async function forgetCredits(wallet: string): Promise<void> {
  const none = {
    meeting: undefined,
    month_gap: undefined,
    waiting: undefined,
    change: undefined,
    confirmed: undefined,
    off: undefined,
  }
  await updateWhere('credits', { _id: wallet }, none)
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
  { _id, memberId, requestId, grants }: Pick<Identity, '_id' | 'memberId' | 'requestId' | 'grants'>,
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
  // Cut before it: the night does it for a member; of a person outside the register a number stays, under an id that leads to nobody any more.
  await forgetCredits(walletOf({ memberId, requestId }))
  return isEnded
}
