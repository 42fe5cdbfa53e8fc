import type { Action } from '@domain/contract/actions'
import type { Sample } from './expected'
import { planOf } from './meetings'
import { branch, community, nonce, sample } from './sample'

type OfProposals = Extract<Action, `proposal.${string}`>

const ofBranch = { branchId: 'branch1' }
const ofCommunity = { communityId: 'community1' }

/** Services a branch proposes to a community. */
export const samplesOfProposals: Record<OfProposals, Sample> = {
  'proposal.ofBranch': sample(branch, ofBranch),
  'proposal.write': sample(branch, () => ({ ...ofBranch, form: planOf('service'), ...nonce() })),
  'proposal.withdraw': sample(branch, { ...ofBranch, activityId: 'none' }),
  'proposal.ofCommunity': sample(community, ofCommunity),
  'proposal.accept': sample(community, { ...ofCommunity, activityId: 'none' }),
  'proposal.decline': sample(community, { ...ofCommunity, activityId: 'none', reason: 'not_now' }),
}
