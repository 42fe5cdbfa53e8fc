import type { Activity } from '@domain/activity/activity'
import { proposalState } from '@domain/activity/proposal'
import { done, refuse } from '@domain/contract/answer'
import { updateAudited } from '../entry/audit/audited'
import { aboutPlace } from '../entry/targets'
import { type Context, useCase } from '../entry/useCase'
import { nameForRecords } from '../entry/whoIsCalling'
import { findById } from '../store/find'
import { proposalTold } from './proposeService'
import { announcing } from './publishService'

interface Asked {
  communityId: string
  activityId: string
}

const ofCommunity = ({ communityId }: Asked, context: Context) =>
  aboutPlace(communityId, ['community'], context)

/** A proposal to this community; another's is answered as if there were none. */
async function proposedTo({ communityId, activityId }: Asked) {
  const service = await findById('activities', activityId)
  return service?.proposed && service.hostId === communityId
    ? { ...service, proposed: service.proposed }
    : null
}

/** Makes of a draft what its community says; false: it was answered or withdrawn meanwhile. */
const answered = (service: Activity, result: string, change: Partial<Activity>, { caller, now }: Context) =>
  updateAudited(
    proposalTold(service, nameForRecords(caller), now, result),
    'activities',
    { _id: service._id, state: 'draft' },
    change,
  )

/** 同意发布: published by the community as it was proposed. Whoever says so has published it. */
export const acceptProposal = useCase('proposal.accept', ofCommunity, async (request, context) => {
  const service = await proposedTo(request)
  const state = service && proposalState(service, context.now)
  const answer = done({ activityId: request.activityId })
  if (state === 'accepted') return answer
  if (!service || state !== 'waiting') return refuse('proposal_gone')
  const published = { ...announcing(context.now), createdBy: nameForRecords(context.caller) }
  return (await answered(service, 'accepted', published, context)) ? answer : refuse('proposal_gone')
})

/** 不接这次: given up as a draft is, with the reason for its branch. */
export const declineProposal = useCase('proposal.decline', ofCommunity, async (request, context) => {
  const { activityId, reason, note } = request
  const service = await proposedTo(request)
  const answer = done({ activityId })
  if (service?.proposed.declined) return answer
  if (!service || proposalState(service, context.now) !== 'waiting') return refuse('proposal_gone')
  const declined = { reason, ...(note && { note }), at: context.now }
  const given = {
    ...{ state: 'cancelled' as const, cancelledAt: context.now },
    proposed: { ...service.proposed, declined },
  }
  return (await answered(service, 'declined', given, context)) ? answer : refuse('proposal_gone')
})
