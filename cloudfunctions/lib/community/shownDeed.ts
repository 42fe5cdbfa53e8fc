import type { Deed } from '@domain/contract/deed'
import type { Fact } from '@domain/fact/fact'
import type { OwnDeedState } from '@domain/contract/words'
import type { Tree } from '@domain/org/tree'
import type { ShownHousehold } from '../people/register/householdsOf'
import { noneOf } from '../store/conditions'

/** What the owner says of it. One that was entered whole, before deeds had states, is finished. */
export const ownState = ({ detail }: Pick<Fact, 'detail'>): OwnDeedState =>
  detail?.state === 'claimed' || detail?.state === 'dropped' ? detail.state : 'finished'

/** A deed as its owner sees it. */
export function shownDeed(fact: Fact, households: readonly ShownHousehold[], tree: Tree): Deed {
  const { _id, detail, confirmed, occurredAt, hostId, householdId } = fact
  const place = tree.get(hostId)
  const house = households.find(({ id }) => id === householdId)
  return {
    id: _id,
    title: detail?.title ?? '',
    state: confirmed ? 'confirmed' : ownState(fact),
    beneficiary: place?.type === 'village' ? 'household' : 'community',
    where: house ? `${house.village} ${house.number}` : (place?.name ?? ''),
    claimedAt: occurredAt,
    ...(detail?.finishedAt !== undefined && { finishedAt: Number(detail.finishedAt) }),
    ...(confirmed && { confirmedAt: confirmed.at }),
  }
}

/** The condition of deeds that are done and can be confirmed. */
export const finishedDeed = () => ({ 'detail.state': noneOf(['claimed', 'dropped']) })
