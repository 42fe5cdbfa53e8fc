import type { Day } from '../time/day'
import { endedFrom } from './endedFrom'
import type { Member, Membership } from './member'
import { membershipOn } from './membershipOn'

export interface Place {
  branchId: string
  groupId?: string
}

/** The new membership. Whoever came from outside the county on this very day keeps that, wherever they are put. */
const membershipAt = ({ branchId, groupId }: Place, on: Day, now: Membership | undefined): Membership => ({
  branchId,
  ...(groupId !== undefined && { groupId }),
  from: on,
  ...(now?.from === on && now.fromOutside && { fromOutside: true }),
})

/** A change of group within the branch: no arrival, and posts of the branch go on. */
const regrouped = (member: Member, now: Membership, place: Place, on: Day): Member => ({
  ...member,
  memberships: [
    ...endedFrom(member.memberships, (one) => one === now, on),
    { ...membershipAt(place, on, now), ...(now.to !== undefined && { to: now.to }) },
  ],
  posts: endedFrom(member.posts, ({ organisationId }) => organisationId === now.groupId, on),
})

/**
 * The member in a branch and group from a day on; earlier days stay as they were, and so do facts. Posts of the branch left behind end with the
 * day before, but for those at `goesAlong`: groups that move with their people. A seat in a unit's 中心组 is no matter of the branch.
 */
export const placeMember = (
  member: Member,
  place: Place,
  on: Day,
  goesAlong: readonly string[] = [],
): Member => {
  const now = membershipOn(member, on)
  if (now?.branchId === place.branchId)
    return now.groupId === place.groupId ? member : regrouped(member, now, place, on)
  const left = now ? [now.branchId, now.groupId].filter((id) => !goesAlong.includes(id ?? '')) : []
  return {
    ...member,
    memberships: [...endedFrom(member.memberships, () => true, on), membershipAt(place, on, now)],
    posts: endedFrom(member.posts, ({ organisationId }) => left.includes(organisationId), on),
  }
}
