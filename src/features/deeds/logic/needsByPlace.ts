import type { Named } from '@domain/contract/shared'
import type { OfferedNeed } from '@domain/contract/need'

/** Whether the reader may take it: somebody is wanted still, and it is not one's own already. */
export const isFree = ({ wanted, taken, mine }: Pick<OfferedNeed, 'wanted' | 'taken' | 'mine'>): boolean =>
  !mine && taken < wanted

/** The places that ask, in the order of their first need, with how many of theirs may be taken. */
export function placesOf(needs: readonly OfferedNeed[]): (Named & { free: number })[] {
  const places = new Map(needs.map(({ place }) => [place.id, { ...place, free: 0 }]))
  for (const need of needs.filter(isFree)) {
    const place = places.get(need.place.id)
    if (place) place.free += 1
  }
  return [...places.values()]
}
