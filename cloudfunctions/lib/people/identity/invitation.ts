import { createHash } from 'node:crypto'
import { isInForce } from '@domain/org/membershipOn'
import type { Day } from '@domain/time/day'
import type { Caller } from '../../entry/whoIsCalling'
import { randomId } from '../../ground/idFrom'
import type { Invitation } from '../../store/collections/invitations'
import { updateAll, updateWhere } from '../../store/updateWhere'

/** Milliseconds an invitation stands (exclusive). */
export const INVITATION_MS = 7 * 24 * 3_600_000

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url')

/** 168 bits in 28 characters: drawn as `I1.<token>` it is short enough for WeChat's own code (SCENE_LONGEST). */
export const newToken = (): string => randomId(21)

export const isOpen = ({ state, until }: Invitation, now: number): boolean => state === 'open' && now < until

/** Whether the caller still has what an invitation gave: speaks for the member by it, or holds the right. */
export const stillHolds = (
  { _id }: Pick<Invitation, '_id'>,
  { identity }: Pick<Caller, 'identity'>,
  today: Day,
): boolean =>
  identity?.state === 'bound' &&
  (identity.invitationId === _id ||
    identity.grants.some((grant) => grant.grantId === _id && isInForce(grant, today)))

/**
 * Whether a token is good for the caller: nobody took it yet, or the caller did and is asking again. A resend is answered as the first time
 * only while what it gave still stands; one that was cut short goes on until the invitation ends. A token gives once.
 */
export function isGoodFor(
  invitation: Invitation,
  caller: Pick<Caller, 'openId' | 'identity'>,
  { now, today }: { now: number; today: Day },
): boolean {
  const { takenBy, state, until } = invitation
  if (takenBy === undefined) return isOpen(invitation, now)
  if (takenBy !== hashOf(caller.openId)) return false
  return stillHolds(invitation, caller, today) || (state === 'taken' && now < until)
}

/** Closes an invitation that was taken and has given its binding or right: it never gives again. */
export const markGiven = (_id: string): Promise<boolean> =>
  updateWhere('invitations', { _id, state: 'taken' }, { state: 'given' })

/** Closes every invitation an OPENID has taken, before its binding or right is taken back, so that none gives it again; also one cut short before markGiven. */
export const closeTakenBy = (openId: string): Promise<number> =>
  updateAll('invitations', { takenBy: hashOf(openId), state: 'taken' }, { state: 'given' })

/** The row of `invitations` that the first administrator's one-time token opens (binding.firstAdmin): good once, for seven days, while nobody runs the county. */
export const firstInvitation = (
  tokenHash: string,
  name: string,
  { _id, now }: { _id: string; now: number },
): Omit<Invitation, 'updatedAt'> => ({
  _id,
  tokenHash,
  state: 'open',
  first: true,
  organisationId: '',
  name,
  role: 'committee',
  giver: '',
  by: 'outside',
  at: now,
  until: now + INVITATION_MS,
})
