import { dayOf } from '@domain/time/day'
import { VIEWS_KEPT } from '../entry/readViews'
import type { CollectionName } from '../store/collections/collections'
import { atMost, oneOf } from '../store/conditions'
import { removeWhere } from '../store/updateWhere'
import type { Where } from '../wx/sdk'

const DAY = 86_400_000

interface Keeping {
  collection: CollectionName
  /** Days (exclusive). */
  days: number
  /** Rows older than an instant (ms). */
  older: (than: number) => Where
}

/**
 * How long what is kept, as 隐私说明 says it; registers that were imported go by importFiles.ts. Facts, meetings and audit are party archives, which
 * nothing removes by itself.
 */
const keepings: readonly Keeping[] = [
  { collection: 'attempts', days: 30, older: (at) => ({ at: atMost(at) }) },
  { collection: 'views', days: VIEWS_KEPT, older: (at) => ({ at: atMost(at) }) },
  {
    collection: 'identities',
    days: 30,
    older: (at) => ({ state: oneOf(['declined', 'unbound']), requestedAt: atMost(at) }),
  },
  { collection: 'invitations', days: 30, older: (until) => ({ until: atMost(until) }) },
  {
    collection: 'corrections',
    days: 30,
    older: (at) => ({ state: oneOf(['done', 'declined']), at: atMost(at) }),
  },
  // Of a need over for two years nothing is in hand any more; what was done of it is a fact.
  { collection: 'needs', days: 730, older: (at) => ({ until: atMost(dayOf(at)) }) },
  // Turns of the day of who left no name.
  { collection: 'feedback', days: 30, older: (at) => ({ state: 'turn', at: atMost(at) }) },
  { collection: 'feedback', days: 730, older: (at) => ({ state: 'answered', answeredAt: atMost(at) }) },
]

export type Removed = Partial<Record<CollectionName, number>>

/** Removes what has been kept long enough. Doing it twice removes nothing more. */
export async function retention(now: number): Promise<Removed> {
  const removed: Removed = {}
  for (const { collection, days, older } of keepings)
    removed[collection] =
      (removed[collection] ?? 0) + (await removeWhere(collection, older(now - days * DAY)))
  return removed
}
