import type { Grant } from '@domain/access/person'

/**
 * A WeChat identity (`_id` = OPENID) and whom it speaks for. requested: waits for a yes; bound: speaks for `memberId`, or for an outside
 * person when there is none; declined: got a no and may ask again.
 */
export interface Identity {
  _id: string
  state: 'requested' | 'bound' | 'declined'
  /** Random; all that others ever see of a request. */
  requestId: string
  memberId?: string
  branchId?: string
  /** The running meeting at whose door the request was made. */
  activityId?: string
  requestedAt: number
  boundAt?: number
  /** memberId of who said yes. */
  boundBy?: string
  /** Only for a person outside the register. */
  name?: string
  grants: Grant[]
  updatedAt: Date
}
