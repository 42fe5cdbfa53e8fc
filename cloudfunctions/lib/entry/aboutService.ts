import type { Activity } from '@domain/activity/activity'
import { aboutActivity } from './targets'

export const isService = ({ kind, hostType }: Pick<Activity, 'kind' | 'hostType'>): boolean =>
  kind === 'community_service' && hostType === 'community'

/** Actions about a community's service; a meeting is answered as if it were not there. */
export async function aboutService(request: { activityId: string }) {
  const found = await aboutActivity(request)
  return found && isService(found.loaded) ? found : null
}
