import * as v from 'valibot'
import { declineReasons } from './lists'
import { serviceForm } from './service'
import { count, id, named, nonce, optionalLine } from './shared'

/** Why a community does not take up a service that a branch proposes. */
export const declineReason = v.picklist(declineReasons)
export type DeclineReason = v.InferOutput<typeof declineReason>

/** What has become of it: domain/activity/proposal.ts says when. */
export const proposalState = v.picklist([
  'waiting',
  'accepted',
  'declined',
  'withdrawn',
  'passed',
  'called_off',
])
export type ProposalState = v.InferOutput<typeof proposalState>

/** A service that a branch proposes to a community (DUTIES row 28): it is one from the first day, and a draft until the community says yes. */
const proposal = {
  id,
  ...v.omit(serviceForm, ['communityId']).entries,
  state: proposalState,
  /** Why the community does not take it up. */
  declined: v.optional(v.object({ reason: declineReason, note: v.optional(v.string()) })),
}

/**
 * What a branch has proposed in the last half-year, what waits first. `places`: communities of which at least one of its members is registered, with how many
 * are and what a new proposal begins with. `more`: those for which there was no room.
 */
export const ofBranch = {
  request: v.strictObject({ branchId: id }),
  response: v.object({
    branch: named,
    places: v.array(v.object({ ...named.entries, members: count, suggestion: serviceForm })),
    proposals: v.array(
      v.object({
        ...proposal,
        community: named,
        /** Of one that is taken up: how many mean to come. */
        enrolled: v.optional(count),
      }),
    ),
    more: count,
  }),
}
export type BranchProposal = v.InferOutput<typeof ofBranch.response>['proposals'][number]

/** Proposes; a resend with the same nonce finds the same. Refusals: wrong_times, too_many_today, invalid_request (nobody of the branch is registered there). */
export const write = {
  request: v.strictObject({ branchId: id, form: serviceForm, nonce }),
  response: v.object({ activityId: id }),
}

/** 撤回, until it is answered. Refusal: proposal_gone (it is). */
export const withdraw = {
  request: v.strictObject({ branchId: id, activityId: id }),
  response: v.object({ activityId: id }),
}

/** What branches propose to a community: what waits first, the soonest first; then what was answered for the last month's days and later. */
export const ofCommunity = {
  request: v.strictObject({ communityId: id }),
  response: v.object({
    community: named,
    proposals: v.array(v.object({ ...proposal, branch: named })),
    more: count,
  }),
}
export type CommunityProposal = v.InferOutput<typeof ofCommunity.response>['proposals'][number]

/** 同意发布: from here on a service of the community like every other one. Refusal: proposal_gone (withdrawn, declined, or it would have begun). */
export const accept = {
  request: v.strictObject({ communityId: id, activityId: id }),
  response: v.object({ activityId: id }),
}

/** 不接这次, with a reason and, where it is wanted, a line more. Refusal: proposal_gone. */
export const decline = {
  request: v.strictObject({
    communityId: id,
    activityId: id,
    reason: declineReason,
    note: optionalLine(30),
  }),
  response: v.object({ activityId: id }),
}
