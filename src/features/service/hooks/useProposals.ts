import Taro from '@tarojs/taro'
import type { BranchProposal, CommunityProposal, DeclineReason } from '@domain/contract/proposal'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { askFirst } from '@/platform/askFirst'
import { orTell } from '@/words/orTell'

/** What branches propose to a community, and its word on it. */
export function useCommunityProposals(communityId: string) {
  const query = useCloudQuery('proposal.ofCommunity', { communityId })
  const accepting = useCloudAction('proposal.accept')
  const declining = useCloudAction('proposal.decline')
  /** One tap: what is accepted by mistake is cancelled as every service is. */
  const accept = async ({ id: activityId }: CommunityProposal) => {
    if (await orTell(accepting.run({ communityId, activityId })))
      void Taro.showToast({ title: '已发布', icon: 'success' })
  }
  /** false: it was refused, and that is told. */
  const decline = async (
    { id: activityId }: CommunityProposal,
    said: { reason: DeclineReason; note?: string },
  ): Promise<boolean> => (await orTell(declining.run({ communityId, activityId, ...said }))) !== undefined
  return { query, accept, decline, busy: accepting.busy || declining.busy }
}

/** What a branch has proposed, and taking it back. */
export function useBranchProposals(branchId: string) {
  const query = useCloudQuery('proposal.ofBranch', { branchId })
  const { run, busy } = useCloudAction('proposal.withdraw')
  const withdraw = async ({ id: activityId, title, community }: BranchProposal) => {
    const text = `${community.name}还没有答复，撤回以后看不到这一次。`
    if (await askFirst({ title: `撤回“${title}”？`, text, yes: '撤回' }))
      await orTell(run({ branchId, activityId }))
  }
  return { query, withdraw, busy }
}
