import type { Activity } from '@domain/activity/activity'
import type { Where } from '../wx/sdk'
import { after, atLeast, oneOf } from './conditions'
import { find } from './find'

/** Of one branch or one community in half a year at most. */
const MOST = 2000

const fields = [
  'title',
  'startsAt',
  'endsAt',
  'place',
  'serviceKind',
  'contact',
  'limit',
  'sevenOnes',
  'hostId',
  'state',
  'publishedAt',
  'proposed',
] as const
export type ProposedService = Pick<Activity, '_id' | (typeof fields)[number]>

/** Services that a branch proposed, which begin at an instant (ms) or later, whatever has become of them. */
export const readProposals = (where: Where, from: number): Promise<ProposedService[]> =>
  find(
    'activities',
    { ...where, startsAt: atLeast(from), 'proposed.at': atLeast(0) },
    { limit: MOST, fields },
  )

/** What waits for the word of these communities: drafts that have not begun. A community has no others. */
export const readWaitingProposals = async (communityIds: readonly string[], now: number) =>
  communityIds.length === 0
    ? []
    : find(
        'activities',
        { branchId: oneOf(communityIds), state: 'draft', startsAt: after(now) },
        { fields: ['hostId', 'title', 'startsAt', 'proposed'] },
      )
