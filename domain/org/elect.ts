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
export const singlePosts: readonly PostName[] = [
  'secretary',
  'organisation_officer',
  'publicity_officer',
  'discipline_officer',
]

/** With fewer full members there is no 支委会, only a secretary and perhaps a deputy (机关基层组织工作条例 art. 7). */
const COMMITTEE_FROM = 7
/** Persons in a 支委会, not posts: three to five usually, seven at most. */
const FEWEST = 3
const MOST = 7
const withoutCommittee: readonly PostName[] = ['secretary', 'deputy_secretary']

/** Why an election does not stand. */
export type NotElected =
  'not_in_branch' | 'no_secretary' | 'not_full_member' | 'no_committee_here' | 'committee_too_large'

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

const isOf = (member: Member, branchId: string, on: Day): boolean =>
  membershipOn(member, on)?.branchId === branchId

const fullIn = (members: readonly Member[], branchId: string, on: Day): number =>
  members.filter((member) => member.standing === 'full' && isOf(member, branchId, on)).length

/** Whether these may be elected at all: members of the branch then, full ones, and to posts that such a branch has. */
const whyNot = (
  members: readonly Member[],
  branchId: string,
  on: Day,
  posts: readonly Elected[],
): NotElected | null => {
  const found = posts.map(({ memberId }) => members.find(({ _id }) => _id === memberId))
  if (!found.every((member) => member && isOf(member, branchId, on))) return 'not_in_branch'
  if (found.some((member) => member?.standing !== 'full')) return 'not_full_member'
  const isSmall = fullIn(members, branchId, on) < COMMITTEE_FROM
  return isSmall && !posts.every(({ post }) => withoutCommittee.includes(post)) ? 'no_committee_here' : null
}

/**
 * 改选 and 补选: the members of a branch with the posts they hold from a day on. Refused: someone who does not belong to the branch then or is no
 * full member, a 委员 where there is no 支委会, more than seven in it, or a branch nobody would lead.
 */
export const elect = (
  members: readonly Member[],
  branchId: string,
  on: Day,
  { kind, posts }: { kind: 'election' | 'by_election'; posts: readonly Elected[] },
): Member[] | NotElected => {
  const no = whyNot(members, branchId, on, posts)
  if (no) return no
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
  if (!isLed) return 'no_secretary'
  return committeeOf(after, branchId, on).length > MOST ? 'committee_too_large' : after
}

/** A 支委会 is of three persons at least, in a branch of seven full members or more; else the branch has a secretary, and a deputy perhaps. */
export const hasCommitteeAfter = (members: readonly Member[], branchId: string, on: Day): boolean =>
  committeeOf(members, branchId, on).length >= FEWEST && fullIn(members, branchId, on) >= COMMITTEE_FROM

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
