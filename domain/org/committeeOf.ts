import { postsOn } from './membershipOn'
import type { Member, PostName, UnitPost } from './member'
import type { Day } from '../time/day'

/** 支委会: whoever holds one of these in the branch. */
export const branchCommitteePosts: readonly PostName[] = [
  'secretary',
  'deputy_secretary',
  'organisation_officer',
  'publicity_officer',
  'discipline_officer',
  'committee_member',
]

/** The same of a 机关党委 or 总支. */
export const unitCommitteePosts: readonly UnitPost[] = [
  'unit_secretary',
  'unit_deputy_secretary',
  'unit_committee_member',
]

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
