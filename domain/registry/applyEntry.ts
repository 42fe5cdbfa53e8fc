import { editMember, type MemberEdit } from '../org/editMember'
import type { Member } from '../org/member'
import { membershipOn } from '../org/membershipOn'
import type { Organisation } from '../org/organisation'
import type { Day } from '../time/day'
import type { MemberEntry, RegisterPost } from './entry'
import { isRegisterPost } from './labels'

/** Where a row puts a member: found in the tree, never by its text again. */
export interface Place {
  branch: Organisation
  groupId: string | undefined
  communityId: string | undefined
  householdIds: readonly string[]
}

/**
 * First day in the branch of one who was not on the register: what the row says, though never before this year (past years are closed) nor
 * before the branch; today when it says nothing.
 */
const firstDay = ({ since }: MemberEntry, { branch }: Place, today: Day): Day =>
  [`${today.slice(0, 4)}-01-01`, branch.validFrom].reduce((a, b) => (a > b ? a : b), since ?? today)

const postsOf = (
  posts: readonly RegisterPost[],
  { branch: { _id }, groupId }: Place,
): NonNullable<MemberEdit['posts']> => ({
  held: posts.map((post) => ({
    post,
    organisationId: post === 'group_leader' ? (groupId ?? _id) : _id,
  })),
  among: ({ post, organisationId }) =>
    isRegisterPost(post) && (organisationId === _id || organisationId === groupId),
})

/**
 * The member as the row says, from today on. What the row leaves open stays as it is, and nothing is ever taken away but a post that another
 * one of the same branch replaces.
 */
export function applyEntry(member: Member, entry: MemberEntry, place: Place, today: Day): Member {
  const { branch, communityId, householdIds } = place
  const now = membershipOn(member, today)
  const groupId = place.groupId ?? (now?.branchId === branch._id ? now.groupId : undefined)
  const isNew = member.memberships.length === 0
  const saysPosts = entry.posts !== undefined || entry.otherPosts !== undefined
  const { name, phoneTail, phoneHash, standing, cadre } = entry
  return editMember(
    member,
    {
      name,
      ...(phoneTail !== undefined && { phoneTail }),
      phoneHash,
      standing,
      cadre,
      communityId,
      otherPosts: saysPosts ? (entry.otherPosts ?? null) : undefined,
      households: { ids: householdIds, only: false },
      place: {
        branchId: branch._id,
        ...(groupId !== undefined && { groupId }),
        ...(isNew && { from: firstDay(entry, place, today) }),
      },
      ...(entry.posts && { posts: postsOf(entry.posts, { ...place, groupId }) }),
    },
    today,
  )
}
