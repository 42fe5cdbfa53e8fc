import type { GrantRole } from '@domain/contract/grants'
import type { Day } from '@domain/time/day'
import { collection } from './collection'

/**
 * A one-time invitation to be bound: of a member by the branch (`memberId`), or of somebody to a right (`role`). Of the token only a hash is
 * kept. `first`: the one printed when the environment was set up; it is void as soon as the county has a work committee.
 */
export interface Invitation {
  _id: string
  tokenHash: string
  /** taken: one OPENID's own, but cut short it may not have been given yet. given: it was, and is never given again. */
  state: 'open' | 'taken' | 'given' | 'withdrawn' | 'replaced'
  /** The member's branch, or where the right is held; empty for the first administrator. */
  organisationId: string
  /** The person's name; for the first administrator that of the work committee, which is founded when there is none yet. */
  name: string
  memberId?: string
  role?: GrantRole
  /** Last day of the right (inclusive). */
  to?: Day
  first?: boolean
  /** Goes over on paper, which anybody may pick up: taking it asks for the last four digits that the register has. */
  asksTail?: boolean
  /** `requestId` of the identity that gave it: it lasts as long as that one may still give it. */
  giver: string
  /** memberId of who gave it; of someone outside the register as nameForRecords says it. */
  by: string
  at: number
  until: number
  /** Hash of the OPENID that took it, so that a resend goes on where it stopped. */
  takenBy?: string
  takenAt?: number
  updatedAt: Date
}

export const invitations = collection<Invitation>({
  bytes: 1_500,
  indexes: [
    { name: 'token', keys: ['tokenHash'], unique: true },
    { name: 'member', keys: ['memberId', 'state'] },
    { name: 'place', keys: ['organisationId', 'state'] },
    { name: 'taken', keys: ['takenBy'] },
    { name: 'age', keys: ['until'] },
  ],
})
