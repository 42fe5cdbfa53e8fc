import type { Grant } from '@domain/access/person'
import { collection } from './collection'

/**
 * A WeChat identity (`_id` = OPENID) and whom it speaks for. requested: waits for a yes; bound: speaks for `memberId`, or for an outside
 * person when there is none; declined: got a no and may ask again; unbound: spoke for somebody once.
 */
export interface Identity {
  _id: string
  state: 'requested' | 'bound' | 'declined' | 'unbound'
  /** Random; all that others ever see of a request. A new one whenever the identity comes to speak for somebody else. */
  requestId: string
  memberId?: string
  branchId?: string
  /** The running meeting at whose door the request was made. */
  activityId?: string
  requestedAt: number
  boundAt?: number
  /** memberId of who said yes. */
  boundBy?: string
  /** The invitation it was bound by, so that taking it again is answered alike. */
  invitationId?: string
  /** Of a request without digits: the name as it was typed, whether or not there is such a person. */
  plain?: { name: string }
  /** Only for a person outside the register. */
  name?: string
  grants: Grant[]
  updatedAt: Date
}

export const identities = collection<Identity>({
  bytes: 3_000,
  indexes: [
    { name: 'request', keys: ['requestId'] },
    { name: 'member', keys: ['memberId', 'state'] },
    { name: 'branch', keys: ['branchId', 'state'] },
    { name: 'right', keys: ['grants.organisationId'] },
    { name: 'role', keys: ['grants.role'] },
    { name: 'audited', keys: ['audited'] },
    { name: 'grant', keys: ['grants.grantId'] },
    { name: 'age', keys: ['state', 'requestedAt'] },
  ],
})
