import type { PostName } from '../contract/words'
import type { Day } from '../time/day'
import { committeeOf } from './committeeOf'
import { endedFrom } from './endedFrom'
import type { Member, Post } from './member'
import { isInForce, membershipOn } from './membershipOn'
import { type Elected, type Election, seated } from './seated'

/** With fewer full members there is no 支委会, only a secretary and perhaps a deputy (机关基层组织工作条例 art. 7). */
const COMMITTEE_FROM = 7
export const isWithoutCommittee = (fullMembers: number): boolean => fullMembers < COMMITTEE_FROM
/** What is elected there. */
export const withoutCommittee: readonly PostName[] = ['secretary', 'deputy_secretary']
/** Persons in a 支委会, not posts: three to five usually, seven at most. */
export const FEWEST = 3
const MOST = 7

/** Why an election does not stand. That the committee is elected by the branch is 支部工作条例 art. 20 (依据待核); how many, 机关条例 art. 7. */
export type NotElected =
  | 'not_in_branch'
  | 'no_secretary'
  | 'not_full_member'
  | 'no_committee_here'
  | 'committee_too_small'
  | 'committee_too_large'

const isOf = (member: Member, branchId: string, on: Day): boolean =>
  membershipOn(member, on)?.branchId === branchId

const isSmall = (members: readonly Member[], branchId: string, on: Day): boolean =>
  isWithoutCommittee(
    members.filter((member) => member.standing === 'full' && isOf(member, branchId, on)).length,
  )

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
  return isSmall(members, branchId, on) && !posts.every(({ post }) => withoutCommittee.includes(post))
    ? 'no_committee_here'
    : null
}

/**
 * How many persons are on the committee with an election: seven at most; where there are seven full members or more, three at least, though a
 * 补选 may fill a committee that is short step by step.
 */
function whyNotSized(before: readonly Member[], after: readonly Member[], at: Seat): NotElected | null {
  const { branchId, on, kind } = at
  const persons = committeeOf(after, branchId, on).length
  if (persons > MOST) return 'committee_too_large'
  if (persons >= FEWEST || isSmall(after, branchId, on)) return null
  const isShrunk = persons < committeeOf(before, branchId, on).length
  return kind === 'election' || isShrunk ? 'committee_too_small' : null
}

interface Seat {
  branchId: string
  on: Day
  kind: Election['kind']
}

/**
 * 改选 and 补选: the members of a branch with the posts they hold from a day on. Refused: someone who does not belong to the branch then or is no
 * full member, a 委员 where there is no 支委会, fewer than three or more than seven in it where there is one, or a branch nobody would lead
 * (机关基层组织工作条例 art. 7).
 */
export const elect = (
  members: readonly Member[],
  branchId: string,
  on: Day,
  election: Election,
): Member[] | NotElected => {
  const no = whyNot(members, branchId, on, election.posts)
  if (no) return no
  const after = seated(members, branchId, on, election)
  const isLed = after.some((member) =>
    member.posts.some(
      (post) => post.post === 'secretary' && post.organisationId === branchId && isInForce(post, on),
    ),
  )
  if (!isLed) return 'no_secretary'
  return whyNotSized(members, after, { branchId, on, kind: election.kind }) ?? after
}

/** A 支委会 is of three persons at least, in a branch of seven full members or more; else the branch has a secretary, and a deputy perhaps. */
export const hasCommitteeAfter = (members: readonly Member[], branchId: string, on: Day): boolean =>
  committeeOf(members, branchId, on).length >= FEWEST && !isSmall(members, branchId, on)

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
