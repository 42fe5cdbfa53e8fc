import type { CommunityKind } from '../contract/words'
import { type Day, dayOf } from '../time/day'
import { communityIdsOn, withCommunity } from './communities'
import type { CommunityAsked, Member, Receipt } from './member'

/** What is empty has no field. */
const withAsked = ({ communitiesAsked: _, ...member }: Member, asked: CommunityAsked[]): Member =>
  asked.length > 0 ? { ...member, communitiesAsked: asked } : member

const others = ({ communitiesAsked = [] }: Member, isIt: (one: CommunityAsked) => boolean) =>
  communitiesAsked.filter((one) => !isIt(one))

/** What waits for a community's word. */
export const waitingReports = ({
  communitiesAsked = [],
}: Pick<Member, 'communitiesAsked'>): CommunityAsked[] =>
  communitiesAsked.filter(({ declinedOn }) => declinedOn === undefined)

/** Whether a request was made before, whatever has become of it since. */
export const isAsked = (
  { communities = [], communitiesAsked = [] }: Pick<Member, 'communities' | 'communitiesAsked'>,
  reportId: string,
): boolean =>
  communitiesAsked.some((one) => one.reportId === reportId) ||
  communities.some(({ receipt }) => receipt?.reportId === reportId)

/**
 * 报到: asks a community. An earlier request of the kind is replaced, and what holds goes on until the yes. null: the member is registered with
 * that community already, or waits for it as the other kind: one registration is enough.
 */
export function askCommunity(member: Member, asked: CommunityAsked): Member | null {
  const { communityId, kind, askedAt } = asked
  const isElsewhere = waitingReports(member).some(
    (one) => one.communityId === communityId && one.kind !== kind,
  )
  if (isElsewhere || communityIdsOn(member, dayOf(askedAt)).includes(communityId)) return null
  return withAsked(member, [...others(member, (one) => one.kind === kind), asked])
}

/** 撤回, also of what was declined. */
export const withdrawCommunity = (member: Member, kind: CommunityKind): Member =>
  withAsked(
    member,
    others(member, (one) => one.kind === kind),
  )

/** What a member has asked of one community and nobody has answered. */
export const askedOf = (member: Pick<Member, 'communitiesAsked'>, communityId: string): CommunityAsked[] =>
  waitingReports(member).filter((one) => one.communityId === communityId)

/** 接收: from today on the member is registered there; the former of the kind ends with yesterday. What was withdrawn changes nothing. */
export function acceptCommunity(
  member: Member,
  reportId: string,
  { number, by }: Pick<Receipt, 'number' | 'by'>,
  today: Day,
): Member {
  const asked = waitingReports(member).find((one) => one.reportId === reportId)
  if (!asked) return member
  const { communityId, kind, askedAt } = asked
  const receipt = { number, reportId, askedOn: dayOf(askedAt), by }
  const rest = withAsked(
    member,
    others(member, (one) => one === asked),
  )
  return withCommunity(rest, { communityId, kind, receipt }, today)
}

/** 不是本社区: what was asked stays in sight of the member, and waits no more. */
export const declineCommunity = (member: Member, reportId: string, today: Day): Member =>
  waitingReports(member).some((one) => one.reportId === reportId)
    ? withAsked(
        member,
        (member.communitiesAsked ?? []).map((one) =>
          one.reportId === reportId ? { ...one, declinedOn: today } : one,
        ),
      )
    : member
