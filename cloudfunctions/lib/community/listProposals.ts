import { type Proposal, proposalState } from '@domain/activity/proposal'
import { done } from '@domain/contract/answer'
import { communityIdsOn } from '@domain/org/communities'
import { isActiveOn, membershipOn } from '@domain/org/membershipOn'
import { addDays, startOfDay } from '@domain/time/day'
import { inTreeOrder } from '../entry/inTreeOrder'
import { aboutPlace, named } from '../entry/targets'
import { type Context, useCase } from '../entry/useCase'
import { aboutLivingBranch } from '../people/register/aboutMember'
import { find } from '../store/find'
import { countTurnout } from '../store/readServices'
import { type ProposedService, readProposals } from '../store/readProposals'
import { firstService, formOf } from './prepareService'

type Declined = NonNullable<Proposal['declined']>

/** How far back (days) a branch reads what became of its proposals, and a community what it answered. */
const BRANCH_DAYS = 183
const COMMUNITY_DAYS = 31
/** More than anybody reads in a sitting; what waits comes first. */
const SHOWN = 60

/** How many of a branch's members are registered today with each community that is one still. */
export async function communitiesOf(branchId: string, { today, tree }: Context) {
  const fields = ['memberships', 'communities'] as const
  const members = await find('members', { 'memberships.branchId': branchId }, { limit: 5000, fields })
  const counts = new Map<string, number>()
  for (const member of members)
    if (membershipOn(member, today)?.branchId === branchId)
      for (const id of new Set(communityIdsOn(member, today))) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts].flatMap(([id, count]) => {
    const community = tree.get(id)
    return community && isActiveOn(community, today) ? [{ community, count }] : []
  })
}

/** What waits first, the soonest first; then what was answered or is past, the newest first. */
function inOrder(proposals: readonly ProposedService[], now: number): ProposedService[] {
  const waits = (one: ProposedService) => proposalState(one, now) === 'waiting'
  return [...proposals].sort((a, b) => {
    if (waits(a) !== waits(b)) return waits(a) ? -1 : 1
    return waits(a) ? a.startsAt - b.startsAt : b.startsAt - a.startsAt
  })
}

const reasonOf = ({ reason, note }: Declined) => ({ reason, ...(note !== undefined && { note }) })

function shown(activity: ProposedService, now: number) {
  const { communityId: _, ...form } = formOf(activity, activity.hostId)
  const declined = activity.proposed?.declined
  return {
    id: activity._id,
    ...form,
    state: proposalState(activity, now),
    ...(declined && { declined: reasonOf(declined) }),
  }
}

const since = (days: number, { today }: Context): number => startOfDay(addDays(today, -days))

/** What a branch has proposed, and to whom it may propose more. */
export const proposalsOfBranch = useCase(
  'proposal.ofBranch',
  ({ branchId }, context) => aboutLivingBranch(branchId, context),
  async ({ branchId }, context, branch) => {
    const { now, tree } = context
    const [places, proposals] = await Promise.all([
      communitiesOf(branchId, context),
      readProposals({ 'proposed.branchId': branchId }, since(BRANCH_DAYS, context)),
    ])
    const rows = inOrder(proposals, now).slice(0, SHOWN)
    const taken = rows.filter((one) => proposalState(one, now) === 'accepted')
    const turnout = await countTurnout(taken.map(({ _id }) => _id))
    const byOrder = inTreeOrder(tree)
    return done({
      branch: named(branch),
      places: places
        .sort((a, b) => b.count - a.count || byOrder(a.community, b.community))
        .map(({ community, count }) => ({
          ...named(community),
          members: count,
          suggestion: firstService(community, context),
        })),
      proposals: rows.map((one) => ({
        ...shown(one, now),
        community: { id: one.hostId, name: tree.get(one.hostId)?.name ?? '' },
        ...(taken.includes(one) && { enrolled: turnout.get(`${one._id} enrolment`) ?? 0 }),
      })),
      more: proposals.length - rows.length,
    })
  },
)

/** What branches have proposed to a community. What nobody answered in time, or was withdrawn, is no business of it any more. */
export const proposalsOfCommunity = useCase(
  'proposal.ofCommunity',
  ({ communityId }, context) => aboutPlace(communityId, ['community'], context),
  async ({ communityId }, context, community) => {
    const { now, tree } = context
    const proposals = await readProposals({ branchId: communityId }, since(COMMUNITY_DAYS, context))
    const answered = proposals.filter((one) => !['passed', 'withdrawn'].includes(proposalState(one, now)))
    const rows = inOrder(answered, now).slice(0, SHOWN)
    return done({
      community: named(community),
      proposals: rows.map((one) => {
        const branchId = one.proposed?.branchId ?? ''
        return { ...shown(one, now), branch: { id: branchId, name: tree.get(branchId)?.name ?? '' } }
      }),
      more: answered.length - rows.length,
    })
  },
)
