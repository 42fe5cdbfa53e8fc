import { isActiveOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import type { Context, Found } from './useCase'
import type { OrganisationType } from '@domain/contract/words'

/** Actions about a community or a village. */
export function aboutPlace(
  placeId: string,
  types: readonly OrganisationType[],
  { tree, today }: Context,
): Found<Organisation> | null {
  const place = tree.get(placeId)
  return place && types.includes(place.type) && isActiveOn(place, today)
    ? { about: { placeId }, loaded: place }
    : null
}
