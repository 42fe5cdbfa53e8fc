import { done } from '@domain/contract/answer'
import { communitiesOn } from '@domain/org/communities'
import { waitingReports } from '@domain/org/reportIn'
import { named } from '../entry/targets'
import { useCase } from '../entry/useCase'
import { aboutRegister } from '../people/register/aboutMember'
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
