import type { CommunityKind } from '../contract/words'
import type { Day } from '../time/day'
import { endedFrom } from './endedFrom'
import type { CommunityMembership, Member, Receipt } from './member'
import { isInForce } from './membershipOn'

type Registered = Pick<Member, 'communities'>

/** That of the unit stands first: it is the one the register has a column for. */
const rank = ({ kind }: CommunityMembership): number => (kind === 'unit' ? 0 : 1)

/** The communities a member is registered with on a day, that of the unit first: at most one of each kind. */
export const communitiesOn = ({ communities = [] }: Registered, day: Day): CommunityMembership[] =>
  communities.filter((one) => isInForce(one, day)).sort((a, b) => rank(a) - rank(b))

/** Their ids: whose services are offered to the member, and whose 实事 may be claimed. */
export const communityIdsOn = (member: Registered, day: Day): string[] =>
  communitiesOn(member, day).map(({ communityId }) => communityId)

/** Ids of the communities a member was registered with at any time since a day (inclusive). */
export const communityIdsSince = ({ communities = [] }: Registered, day: Day): string[] =>
  communities.flatMap(({ communityId, to }) => (to === undefined || to >= day ? communityId : []))

export const communityOfKind = (
  member: Registered,
  kind: CommunityKind,
  day: Day,
): CommunityMembership | undefined => communitiesOn(member, day).find((one) => one.kind === kind)

/** What is empty has no field. */
const withCommunities = (
  { communities: _, ...member }: Member,
  communities: CommunityMembership[],
): Member => (communities.length > 0 ? { ...member, communities } : member)

/** The registration of a kind ends with the day before; one that began that very day never was. */
export const withoutCommunity = (member: Member, kind: CommunityKind, on: Day): Member =>
  withCommunities(
    member,
    endedFrom(member.communities ?? [], (one) => one.kind === kind, on),
  )

/** Registered with a community from a day on; what was of that kind ends with the day before and stays as history. */
export const withCommunity = (
  member: Member,
  { communityId, kind, receipt }: { communityId: string; kind: CommunityKind; receipt?: Receipt },
  on: Day,
): Member => {
  const ended = withoutCommunity(member, kind, on).communities ?? []
  return withCommunities(member, [...ended, { communityId, kind, from: on, ...(receipt && { receipt }) }])
}

/**
 * What a form or a file says of the community of the unit: another one begins, null ends it. One the member is registered with already, of whatever
 * kind, stays as it is: a register that does not tell the kinds apart says nothing new.
 */
export function saidCommunity(member: Member, communityId: string | null | undefined, on: Day): Member {
  if (communityId === undefined) return member
  if (communityId === null) return withoutCommunity(member, 'unit', on)
  if (communityIdsOn(member, on).includes(communityId)) return member
  return withCommunity(member, { communityId, kind: 'unit' }, on)
}
