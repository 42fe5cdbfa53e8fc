import { mayDo } from '@domain/access/mayDo'
import { done } from '@domain/contract/answer'
import { communitiesOn } from '@domain/org/communities'
import { membershipOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import { waitingReports } from '@domain/org/reportIn'
import { inTreeOrder } from '../entry/inTreeOrder'
import { branchesBelow, named } from '../entry/targets'
import { type Context, type Found, useCase } from '../entry/useCase'
import { aboutRegister } from '../people/register/aboutMember'
import { oneOf } from '../store/conditions'
import { find } from '../store/find'
import { readBranchMembers } from '../store/readPeople'

/** Where a branch's members are registered: for whoever runs it, and the work committee. */
export const registeredInBranch = useCase(
  'community.ofBranch',
  ({ branchId }, context) => aboutRegister(branchId, context),
  async ({ branchId }, { names, today, tree }, branch) => {
    const members = await readBranchMembers(branchId, today)
    return done({
      branch: named(branch),
      rows: members.map((member) => ({
        memberId: member._id,
        name: names.of(member),
        places: communitiesOn(member, today).map(({ kind, communityId, from }) => ({
          ...{ kind, from, community: tree.get(communityId)?.name ?? '' },
        })),
        ...(waitingReports(member).length > 0 && { waiting: true }),
      })),
    })
  },
)

/** What a unit or the county is asked about: what stands above branches. */
function aboutAbove(
  { organisationId }: { organisationId: string },
  { tree }: Context,
): Found<Organisation> | null {
  const node = tree.get(organisationId)
  return node?.type === 'unit' || node?.type === 'work_committee'
    ? { about: { branchId: organisationId }, loaded: node }
    : null
}

/** Members read at most: all of a large county. */
const MOST = 20_000

/** In each branch below, how many are registered with a community: numbers, no names. */
export const registeredBelow = useCase(
  'community.below',
  aboutAbove,
  async (_request, context, organisation) => {
    const { caller, today, tree } = context
    const opens = (branchId: string) =>
      aboutRegister(branchId, context) !== null &&
      mayDo('community.ofBranch', caller, { day: today, branchId }, tree)
    const branches = branchesBelow(organisation._id, tree, today).sort(inTreeOrder(tree))
    const where = { 'memberships.branchId': oneOf(branches.map(({ _id }) => _id)) }
    const fields = ['memberships', 'communities'] as const
    const members = branches.length === 0 ? [] : await find('members', where, { limit: MOST, fields })
    const counts = new Map(branches.map(({ _id }) => [_id, { members: 0, registered: 0 }]))
    for (const member of members) {
      const count = counts.get(membershipOn(member, today)?.branchId ?? '')
      if (!count) continue
      count.members += 1
      if (communitiesOn(member, today).length > 0) count.registered += 1
    }
    return done({
      organisation: named(organisation),
      branches: branches.map((branch) => ({
        ...named(branch),
        ...(counts.get(branch._id) ?? { members: 0, registered: 0 }),
        opens: opens(branch._id),
      })),
    })
  },
)
