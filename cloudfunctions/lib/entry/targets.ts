import type { Activity } from '@domain/activity/activity'
import type { OrganisationType } from '@domain/contract/words'
import type { Member } from '@domain/org/member'
import { isActiveOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { type ActivityWithChair, readActivity } from '../store/readActivity'
import type { Context, Found } from './useCase'

/** Actions about nothing but the caller. */
export const aboutNothing = (): Found<null> => ({ about: {}, loaded: null })

/** Actions a member does for oneself; for a person outside the register they are answered as if there were none. */
export function aboutSelf(_request: unknown, { caller }: Context): Found<Member> | null {
  return caller.member ? { about: { memberId: caller.member._id }, loaded: caller.member } : null
}

/** Actions about an activity. */
export async function aboutActivity(request: {
  activityId: string
}): Promise<Found<ActivityWithChair> | null> {
  const activity = await readActivity(request.activityId)
  return activity && { about: targetOf(activity), loaded: activity }
}

export const targetOf = (activity: ActivityWithChair): Found<unknown>['about'] => ({
  branchId: activity.branchId,
  ...(activity.hostType === 'group' && { groupId: activity.hostId }),
  activity,
})

/** The county as a whole: asked of whoever may see its root. */
export function aboutCounty(_request: unknown, { tree }: Pick<Context, 'tree'>): Found<null> | null {
  const root = [...tree.values()].find(({ type }) => type === 'work_committee')
  return root ? { about: { branchId: root._id }, loaded: null } : null
}

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

export const isService = ({ kind, hostType }: Pick<Activity, 'kind' | 'hostType'>): boolean =>
  kind === 'community_service' && hostType === 'community'

/** Actions about a community's service; a meeting is answered as if it were not there. */
export async function aboutService(request: { activityId: string }) {
  const found = await aboutActivity(request)
  return found && isService(found.loaded) ? found : null
}
