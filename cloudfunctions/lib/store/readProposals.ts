import type { Activity } from '@domain/activity/activity'
import type { Where } from '../wx/sdk'
import { after, atLeast, oneOf } from './conditions'
import { find } from './find'
import { MOST_WAITING } from './readInPages'
import { serviceFormFields } from './readServices'

const fields = [...serviceFormFields, 'hostId', 'state', 'publishedAt', 'proposed'] as const
export type ProposedService = Pick<Activity, '_id' | (typeof fields)[number]>

/** Services that a branch proposed, which begin at an instant (ms) or later, whatever has become of them. */
export const readProposals = (where: Where, from: number): Promise<ProposedService[]> =>
  find(
    'activities',
    { ...where, startsAt: atLeast(from), 'proposed.at': atLeast(0) },
    { limit: MOST_WAITING, fields },
  )

/** What waits for the word of these communities: drafts that have not begun. */
export const readWaitingProposals = async (communityIds: readonly string[], now: number) =>
  communityIds.length === 0
    ? []
    : find(
        'activities',
        {
          ...{ branchId: oneOf(communityIds), state: 'draft' as const },
          ...{ startsAt: after(now), 'proposed.at': atLeast(0) },
        },
        { limit: MOST_WAITING, fields: ['hostId', 'title', 'startsAt', 'proposed'] },
      )
