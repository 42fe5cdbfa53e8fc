import { endedFrom } from '../org/endedFrom'
import type { Member, Post } from '../org/member'
import { isInForce, membershipOn } from '../org/membershipOn'
import type { Organisation } from '../org/organisation'
import { placeMember } from '../org/placeMember'
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

function withPosts(
  member: Member,
  posts: readonly RegisterPost[],
  { branch, groupId }: Place,
  today: Day,
): Member {
  const holds = new Map(
    posts.map((post): [string, Post] => {
      const organisationId = post === 'group_leader' ? (groupId ?? branch._id) : branch._id
      return [`${post} ${organisationId}`, { post, organisationId, from: today }]
    }),
  )
  const isHere = ({ post, organisationId }: Post) =>
    isRegisterPost(post) && (organisationId === branch._id || organisationId === groupId)
  const held = member.posts.filter((post) => isHere(post) && isInForce(post, today))
  const over = held.filter((post) => !holds.delete(`${post.post} ${post.organisationId}`))
  const kept = endedFrom(member.posts, (post) => over.includes(post), today)
  return { ...member, posts: [...kept, ...holds.values()] }
}

type Phone = Pick<Member, 'phoneTail' | 'phoneHash'>

/** Digits and hash are of one number: other digits without a hash leave none behind. */
function phoneOf({ phoneTail: tail, phoneHash: hash }: Phone, { phoneTail, phoneHash }: MemberEntry): Phone {
  const isSame = phoneTail === undefined || phoneTail === tail
  const known = phoneHash ?? (isSame ? hash : undefined)
  return { phoneTail: phoneTail ?? tail, ...(known !== undefined && { phoneHash: known }) }
}

/**
 * The member as the row says, from today on. What the row leaves open stays as it is, and nothing is ever taken away but a post that another
 * one of the same branch replaces.
 */
export function applyEntry(member: Member, entry: MemberEntry, place: Place, today: Day): Member {
  const now = membershipOn(member, today)
  const stays = now?.branchId === place.branch._id
  const groupId = place.groupId ?? (stays ? now.groupId : undefined)
  const from = member.memberships.length === 0 ? firstDay(entry, place, today) : today
  // Whoever comes is neither on the way elsewhere nor gone.
  const { left: _left, transfer: _transfer, ...coming } = member
  const here = { branchId: place.branch._id, ...(groupId !== undefined && { groupId }) }
  const placed = placeMember(stays ? member : coming, here, from)
  const linked = new Set(
    placed.households.filter(({ to }) => to === undefined || to >= today).map((link) => link.householdId),
  )
  const added = [...new Set(place.householdIds)].filter((id) => !linked.has(id))
  const { phoneHash: _phoneHash, otherPosts, ...rest } = placed
  const posts = entry.posts !== undefined || entry.otherPosts !== undefined
  const others = posts ? entry.otherPosts : otherPosts
  const next: Member = {
    ...rest,
    name: entry.name,
    ...phoneOf(member, entry),
    ...(others !== undefined && { otherPosts: others }),
    standing: entry.standing ?? placed.standing,
    ...(entry.cadre && { cadre: entry.cadre }),
    ...(place.communityId && { communityId: place.communityId }),
    households: [...placed.households, ...added.map((householdId) => ({ householdId, from: today }))],
  }
  return entry.posts ? withPosts(next, entry.posts, { ...place, groupId }, today) : next
}
