import { waitingReports } from '@domain/org/reportIn'
import { oneOf } from './conditions'
import { find } from './find'

/** Rows at most: a new county whose members all report on one day. */
const MOST = 20_000

export interface WaitingReport {
  memberId: string
  communityId: string
  /** ms */
  askedAt: number
}

/** What waits for the word of these communities. */
export async function readReports(communityIds: readonly string[]): Promise<WaitingReport[]> {
  if (communityIds.length === 0) return []
  const where = { 'communitiesAsked.communityId': oneOf(communityIds) }
  const members = await find('members', where, { limit: MOST, fields: ['communitiesAsked'] })
  return members.flatMap((member) =>
    waitingReports(member)
      .filter(({ communityId }) => communityIds.includes(communityId))
      .map(({ communityId, askedAt }) => ({ memberId: member._id, communityId, askedAt })),
  )
}
