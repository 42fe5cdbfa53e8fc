import type { ElectionKind, PostName } from '../contract/words'
import type { Day } from '../time/day'
import { branchCommitteePosts, unitCommitteePosts } from './committeeOf'
import { endedFrom } from './endedFrom'
import type { Member, Post } from './member'

export interface Elected {
  memberId: string
  post: Exclude<PostName, 'group_leader' | 'theory_group_member'>
}

/** 改选 ends all posts of the committee and begins a term, 补选 adds and replaces within it. */
export interface Election {
  kind: ElectionKind
  posts: readonly Elected[]
}

/** One person holds each of these; deputies and members may be several. */
export const singlePosts: readonly PostName[] = [
  'secretary',
  'organisation_officer',
  'publicity_officer',
  'discipline_officer',
  'unit_secretary',
]

/** 委员 without a task of their own. */
export const plainPosts: readonly PostName[] = ['committee_member', 'unit_committee_member']

const committeePosts: readonly PostName[] = [...branchCommitteePosts, ...unitCommitteePosts]

/** Whether a post ends with an election: all of the committee's with 改选, with 补选 those that are filled anew. */
function isOver(post: Post, holderId: string, { kind, posts }: Election): boolean {
  if (kind === 'election') return committeePosts.includes(post.post)
  if (posts.some((one) => one.post === post.post && singlePosts.includes(post.post))) return true
  const own = posts.filter(({ memberId }) => memberId === holderId)
  // Who gets a task is a plain 委员 no longer; the same post again is no second one.
  return own.some((one) => one.post === post.post) || (own.length > 0 && plainPosts.includes(post.post))
}

/** The members with the posts they hold at a branch or unit from a day on, as an election has it; whether it stands is not asked here. */
export const seated = (members: readonly Member[], placeId: string, on: Day, election: Election): Member[] =>
  members.map((member) => {
    const kept = endedFrom(
      member.posts,
      (post) => post.organisationId === placeId && isOver(post, member._id, election),
      on,
    )
    const own = election.posts.filter(({ memberId }) => memberId === member._id)
    const added = [...new Set(own.map(({ post }) => post))].map((post): Post => ({
      post,
      organisationId: placeId,
      from: on,
    }))
    return { ...member, posts: [...kept, ...added] }
  })
