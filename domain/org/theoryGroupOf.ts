import type { Day } from '../time/day'
import type { Member } from './member'
import { postsOn } from './membershipOn'

/** Ids of the 中心组 of a unit on a day, in the order given. */
export const theoryGroupOf = (
  members: readonly Pick<Member, '_id' | 'posts'>[],
  unitId: string,
  day: Day,
): string[] =>
  members
    .filter((member) =>
      postsOn(member, day).some(
        (held) => held.post === 'theory_group_member' && held.organisationId === unitId,
      ),
    )
    .map((member) => member._id)
