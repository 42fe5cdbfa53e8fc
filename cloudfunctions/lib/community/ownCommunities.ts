import type { ResponseOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import type { Registered } from '@domain/contract/community'
import { communitiesOn, withoutCommunity } from '@domain/org/communities'
import type { CommunityMembership, Member } from '@domain/org/member'
import { isActiveOn, membershipOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { askCommunity, isAsked, withdrawCommunity } from '@domain/org/reportIn'
import { type Day, dayOf } from '@domain/time/day'
import { inTreeOrder } from '../entry/inTreeOrder'
import { limitAdded } from '../entry/limit'
import { aboutSelf, named } from '../entry/targets'
import { type Context, useCase } from '../entry/useCase'
import { idFrom } from '../ground/idFrom'
import { changeMember } from '../people/register/changeMember'
import { namedIn } from '../people/register/registerChoices'
import { type StaffNames, staffNames } from './staffNames'

/** The communities one may report to today, in 组织序列. */
const offered = ({ tree, today }: Context): Organisation[] =>
  [...tree.values()]
    .filter((node) => node.type === 'community' && isActiveOn(node, today))
    .sort(inTreeOrder(tree))

function shownCommunity(community: Organisation, staff: StaffNames, { tree }: Context) {
  const above = tree.get(community.parentId ?? '')
  const contact = staff.contact(community._id)
  return {
    ...named(community),
    ...(above && above.type !== 'work_committee' && { under: above.name }),
    ...(contact !== undefined && { contact }),
  }
}

/** What holds, as its member and the unit's file see it. */
export function shownRegistered(
  { kind, communityId, from, receipt }: CommunityMembership,
  staff: StaffNames,
  { tree }: Pick<Context, 'tree'>,
): Registered {
  const by = receipt && staff.recorded(receipt.by)
  return {
    ...{ kind, from, community: namedIn(tree, communityId) },
    ...(receipt && {
      receipt: { number: receipt.number, askedOn: receipt.askedOn, ...(by !== undefined && { by }) },
    }),
  }
}

const isOver = (one: CommunityMembership, today: Day): one is CommunityMembership & { to: Day } =>
  one.to !== undefined && one.to < today

export const ownCommunities = useCase('community.mine', aboutSelf, async (_request, context, member) => {
  const { today, tree } = context
  const { communities = [], communitiesAsked = [] } = member
  const nameOf = (id: string) => namedIn(tree, id)
  const branch = tree.get(membershipOn(member, today)?.branchId ?? '')
  const held = communitiesOn(member, today)
  const choices = offered(context)
  const ids = [...choices.map(({ _id }) => _id), ...held.map(({ communityId }) => communityId)]
  const staff = await staffNames([...new Set(ids)], context)
  return done({
    // stored name: one’s own
    name: member.name,
    ...(branch && { branch: branch.name }),
    registered: held.map((one) => shownRegistered(one, staff, context)),
    asked: communitiesAsked.map(({ kind, communityId, askedAt, declinedOn }) => ({
      ...{ kind, community: nameOf(communityId), askedOn: dayOf(askedAt) },
      ...(declinedOn !== undefined && { declinedOn }),
    })),
    past: communities
      .filter((one) => isOver(one, today))
      .map(({ kind, communityId, from, to }) => ({ kind, community: nameOf(communityId).name, from, to }))
      .reverse(),
    communities: choices.map((one) => shownCommunity(one, staff, context)),
  })
})

const telling = (member: Member, now: number, result: string) => ({
  ...{ what: 'report' as const, by: member._id, at: now, result },
})

/** 报到. It gives nothing until the community says yes. */
export const reportIn = useCase('community.report', aboutSelf, async (request, context, member) => {
  const { communityId, kind, nonce } = request
  const { caller, now, today, tree } = context
  const community = tree.get(communityId)
  if (community?.type !== 'community' || !isActiveOn(community, today))
    return refuse('invalid_request', { path: 'communityId' })
  const reportId = idFrom(caller.openId, nonce)
  const edit = (one: Member) =>
    isAsked(one, reportId)
      ? one
      : (askCommunity(one, { reportId, communityId, kind, askedAt: now }) ?? refuse('community_known'))
  const wish = edit(member)
  if ('reason' in wish) return wish
  if (wish !== member) {
    const refused = await limitAdded('report', { openId: caller.openId, now })
    if (refused) return refused
  }
  const changed = await changeMember(caller, member, edit, telling(member, now, `asked:${communityId}`))
  return 'reason' in changed ? changed : done({ reportId })
})

/** One's own change of a kind; done again it changes nothing. */
const ownChange =
  (result: string, edit: (member: Member, kind: CommunityMembership['kind'], today: Day) => Member) =>
  async ({ kind }: Pick<CommunityMembership, 'kind'>, { caller, now, today }: Context, member: Member) => {
    const changed = await changeMember(
      caller,
      member,
      (one) => edit(one, kind, today),
      telling(member, now, `${result}:${kind}`),
    )
    return 'reason' in changed ? changed : done<ResponseOf<'community.leave'>>({ kind })
  }

export const withdrawReport = useCase(
  'community.withdraw',
  aboutSelf,
  ownChange('withdrawn', (member, kind) => withdrawCommunity(member, kind)),
)

export const leaveCommunity = useCase('community.leave', aboutSelf, ownChange('left', withoutCommunity))
