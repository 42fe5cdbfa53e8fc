import { endedFrom } from './endedFrom'
import { branchCommitteePosts, committeeOf } from './committeeOf'
import type { Member, Post, PostName } from './member'
import { isInForce, membershipOn } from './membershipOn'
import type { Day } from './organisation'

export interface Elected {
  memberId: string
  post: Exclude<PostName, 'group_leader' | 'theory_group_member'>
}

/** One person holds each of these in a branch; deputies and members may be several. */
export const singlePosts: readonly PostName[] = ['secretary', 'organisation_officer', 'publicity_officer']

/** Whether a post ends with an election: all of the committee's with 改选, with 补选 those that are filled anew. */
function isOver(
  post: Post,
  holderId: string,
  elected: readonly Elected[],
  kind: 'election' | 'by_election',
): boolean {
  if (kind === 'election') return branchCommitteePosts.includes(post.post)
  if (elected.some((one) => one.post === post.post && singlePosts.includes(post.post))) return true
  const own = elected.filter(({ memberId }) => memberId === holderId)
  // 委员 without a task of their own are that no longer when they get one; the same post again is no second one.
  return own.some((one) => one.post === post.post) || (own.length > 0 && post.post === 'committee_member')
}

/**
 * 改选 and 补选: the members of a branch with the posts they hold from a day on. Refused: someone who does not belong to the branch then, or a
 * branch nobody would lead.
 */
export const elect = (
  members: readonly Member[],
  branchId: string,
  on: Day,
  { kind, posts }: { kind: 'election' | 'by_election'; posts: readonly Elected[] },
): Member[] | 'not_in_branch' | 'no_secretary' => {
  const isHere = ({ memberId }: Elected) =>
    members.some((member) => member._id === memberId && membershipOn(member, on)?.branchId === branchId)
  if (!posts.every(isHere)) return 'not_in_branch'
  const after = members.map((member) => {
    const kept = endedFrom(
      member.posts,
      (post) => post.organisationId === branchId && isOver(post, member._id, posts, kind),
      on,
    )
    const own = new Set(posts.filter(({ memberId }) => memberId === member._id).map(({ post }) => post))
    const added = [...own].map((post): Post => ({ post, organisationId: branchId, from: on }))
    return { ...member, posts: [...kept, ...added] }
  })
  const isLed = after.some((member) =>
    member.posts.some(
      (post) => post.post === 'secretary' && post.organisationId === branchId && isInForce(post, on),
    ),
  )
  return isLed ? after : 'no_secretary'
}

/** 支委会 has three members at least (条例 art. 12); with fewer the branch has a secretary, and a deputy perhaps. */
export const hasCommitteeAfter = (members: readonly Member[], branchId: string, on: Day): boolean =>
  committeeOf(members, branchId, on).length >= 3

/** 党小组长 from a day on, instead of whoever leads the group; undefined: nobody. */
export const appointLeader = (
  members: readonly Member[],
  groupId: string,
  memberId: string | undefined,
  on: Day,
): Member[] =>
  members.map((member) => {
    const leads = (post: Post) => post.post === 'group_leader' && post.organisationId === groupId
    const isLeader = member.posts.some((post) => leads(post) && isInForce(post, on))
    if (isLeader && member._id === memberId) return member
    const posts = endedFrom(member.posts, leads, on)
    if (member._id === memberId) posts.push({ post: 'group_leader', organisationId: groupId, from: on })
    return { ...member, posts }
  })
