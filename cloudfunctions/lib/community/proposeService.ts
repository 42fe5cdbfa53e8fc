import type { Activity } from '@domain/activity/activity'
import { done, refuse } from '@domain/contract/answer'
import { insertAudited, updateAudited } from '../entry/audit/audited'
import { limitNew } from '../entry/limit'
import { useCase } from '../entry/useCase'
import { nameForRecords } from '../entry/whoIsCalling'
import { aboutLivingBranch } from '../people/register/aboutMember'
import { findById } from '../store/find'
import { communitiesOf } from './listProposals'
import { fits, newService } from './publishService'

/** What the audit tells of a proposal. */
export const proposalTold = ({ _id, hostId }: Activity, by: string, now: number, result: string) => ({
  ...{ what: 'proposal' as const, by, at: now, activityId: _id, placeId: hostId, result },
  key: _id,
})

/** A branch proposes a service where its members are registered: a draft of that community, which no calendar has until it says yes. */
export const proposeService = useCase(
  'proposal.write',
  ({ branchId }, context) => aboutLivingBranch(branchId, context),
  async ({ branchId, form, nonce }, context) => {
    const { caller, now } = context
    const by = nameForRecords(caller)
    const fresh = newService(form, nonce, context)
    const service: Activity = { ...fresh, state: 'draft', proposed: { branchId, by, at: now } }
    const answer = done({ activityId: service._id })
    // A resend may come after it has been answered, or is over.
    if (await findById('activities', service._id)) return answer
    const places = await communitiesOf(branchId, context)
    if (!places.some(({ community }) => community._id === form.communityId))
      return refuse('invalid_request', { path: 'form.communityId' })
    if (!fits(form, context) || form.startsAt <= now) return refuse('wrong_times')
    const refusal = await limitNew('activities', service._id, 'proposal', { openId: caller.openId, now })
    if (refusal) return refusal
    await insertAudited(proposalTold(service, by, now, 'proposed'), 'activities', service)
    return answer
  },
)

/** 撤回 before it is answered; asked twice it is done once. */
export const withdrawProposal = useCase(
  'proposal.withdraw',
  ({ branchId }, context) => aboutLivingBranch(branchId, context),
  async ({ branchId, activityId }, { caller, now }) => {
    const service = await findById('activities', activityId)
    if (!service || service.proposed?.branchId !== branchId) return refuse('proposal_gone')
    const { state, publishedAt, proposed } = service
    const answer = done({ activityId })
    if (state === 'cancelled' && publishedAt === undefined && !proposed.declined) return answer
    const telling = proposalTold(service, nameForRecords(caller), now, 'withdrawn')
    const given = { state: 'cancelled', cancelledAt: now }
    return (await updateAudited(telling, 'activities', { _id: activityId, state: 'draft' }, given))
      ? answer
      : refuse('proposal_gone')
  },
)
