import { useRouter } from '@tarojs/taro'
import { Button } from '@/components/Button/Button'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { BranchProposals } from '@/features/service/components/BranchProposals'
import { useBranchProposals } from '@/features/service/hooks/useProposals'
import { open } from '@/navigation/navigate'

/** 向社区提服务: what a branch has proposed, and what has become of it. */
export default page(function ProposedPage() {
  const { branchId = '' } = useRouter().params
  const { query, withdraw, busy } = useBranchProposals(branchId)
  const mayPropose = (query.data?.places.length ?? 0) > 0
  return (
    <Page
      id="proposed"
      title="向社区提服务"
      left="back"
      onPullDown={query.refetch}
      dock={
        mayPropose && (
          <Button grow icon="plus" id="propose" onTap={() => open('propose', { branchId })}>
            提一次服务
          </Button>
        )
      }
    >
      <Loaded query={query} skeleton="list">
        {({ proposals, places, more }) => (
          <BranchProposals {...{ proposals, places, more, busy }} onWithdraw={(one) => void withdraw(one)} />
        )}
      </Loaded>
    </Page>
  )
})
