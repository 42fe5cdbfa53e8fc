import { branchPosts, unitPosts } from '../contract/lists'
import type { PostName, UnitPost } from '../contract/words'
import type { Day } from '../time/day'
import type { Member } from './member'
import { postsOn } from './membershipOn'

/** 支委会: whoever holds one of these in the branch. */
export const branchCommitteePosts: readonly PostName[] = branchPosts
/** The same of a 机关党委 or 总支. */
export const unitCommitteePosts: readonly UnitPost[] = unitPosts

/** Ids of a branch's committee members on a day. */
export const committeeOf = (
  members: readonly Pick<Member, '_id' | 'posts'>[],
  branchId: string,
  day: Day,
): string[] =>
  members
    .filter((member) =>
      postsOn(member, day).some(
        (held) => held.organisationId === branchId && branchCommitteePosts.includes(held.post),
      ),
    )
    .map((member) => member._id)
