import { absent, having } from './conditions'
import { count } from './find'

/** How many are registered with a community and have not left it. The first condition is the index's. */
export const countResidents = (communityId: string): Promise<number> =>
  count('members', {
    'communities.communityId': communityId,
    communities: having({ communityId, to: absent() }),
  })
