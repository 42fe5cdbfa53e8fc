import type { LeftWhy } from '../contract/words'
import { addDays, type Day } from '../time/day'
import { endedFrom } from './endedFrom'
import type { Member } from './member'
import { membershipOn } from './membershipOn'
import { withoutTransfer } from './transfer'

/** Leaves the register after a day (inclusive): membership, posts, links with households, 联系点 and 社区报到 end with it; what a community was asked is taken back. */
export const leaveRegister = (member: Member, on: Day, why: LeftWhy): Member => {
  const next = addDays(on, 1)
  const all = () => true
  const { communitiesAsked: _, ...rest } = withoutTransfer(member)
  return {
    ...rest,
    memberships: endedFrom(member.memberships, all, next),
    posts: endedFrom(member.posts, all, next),
    households: endedFrom(member.households, all, next),
    ...(member.contactPoints && { contactPoints: endedFrom(member.contactPoints, all, next) }),
    ...(member.communities && { communities: endedFrom(member.communities, all, next) }),
    left: { on, why },
  }
}

/** Takes a leaving back, as if it had not been: posts and links have to be given anew. */
export const returnToRegister = (member: Member): Member => {
  const { left, ...rest } = member
  if (!left) return member
  const last = membershipOn(member, left.on)
  const memberships = member.memberships.map((one) => {
    if (one !== last) return one
    const { to: _, ...running } = one
    return running
  })
  return { ...rest, memberships }
}
