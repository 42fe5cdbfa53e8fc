import type { DeclineReason, ProposalState } from '../contract/proposal'
import type { Activity } from './activity'

/** Of a service that a branch proposed to a community: whose proposal it is, and why the community said no. */
export interface Proposal {
  branchId: string
  /** memberId. */
  by: string
  /** ms */
  at: number
  declined?: { reason: DeclineReason; note?: string; at: number }
}

type Proposed = Pick<Activity, 'state' | 'startsAt' | 'publishedAt' | 'proposed'>

/**
 * What has become of a proposed service. It is a draft until the community has answered, and one that begins before is answered by nobody any more:
 * `proposalState({ state: 'draft', startsAt, proposed }, startsAt) // 'passed'`.
 */
export function proposalState(
  { state, startsAt, publishedAt, proposed }: Proposed,
  now: number,
): ProposalState {
  if (publishedAt !== undefined) return state === 'cancelled' ? 'called_off' : 'accepted'
  if (proposed?.declined) return 'declined'
  if (state === 'cancelled') return 'withdrawn'
  return now < startsAt ? 'waiting' : 'passed'
}
