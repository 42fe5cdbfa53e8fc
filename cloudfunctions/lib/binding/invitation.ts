import { createHash } from 'node:crypto'
import type { GrantRole } from '@domain/contract/grants'
import type { Day } from '@domain/org/organisation'
import { randomId } from '../randomId'

/** Milliseconds an invitation stands (exclusive). */
export const INVITATION_MS = 7 * 24 * 3_600_000

/**
 * A one-time invitation to be bound: of a member by the branch (`memberId`), or of somebody to a right (`role`). Of the token only a hash is
 * kept. `first`: the one printed when the environment was set up; it is void as soon as the county has a work committee.
 */
export interface Invitation {
  _id: string
  tokenHash: string
  state: 'open' | 'taken' | 'withdrawn' | 'replaced'
  /** The member's branch, or where the right is held; empty for the first administrator. */
  organisationId: string
  /** The person's name; for the first administrator that of the work committee, which is founded when there is none yet. */
  name: string
  memberId?: string
  role?: GrantRole
  /** Last day of the right (inclusive). */
  to?: Day
  first?: boolean
  /** `requestId` of the identity that gave it: it lasts as long as that one may still give it. */
  giver: string
  /** memberId of who gave it; `outside` for someone without one. */
  by: string
  at: number
  until: number
  /** Hash of the OPENID that took it, so that a resend goes on where it stopped. */
  takenBy?: string
  takenAt?: number
  updatedAt: Date
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url')

export const newToken = (): string => randomId(24)

export const isOpen = ({ state, until }: Invitation, now: number): boolean => state === 'open' && now < until
