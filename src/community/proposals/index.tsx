import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { CommunityProposal } from '@domain/contract/proposal'
import { page } from '@/components/FreshStart/FreshStart'
import { Loaded } from '@/components/Loaded/Loaded'
import { Page } from '@/components/Page/Page'
import { CommunityProposals } from '@/features/service/components/CommunityProposals'
import { DeclineSheet } from '@/features/service/components/DeclineSheet'
import { useCommunityProposals } from '@/features/service/hooks/useProposals'
import { open } from '@/navigation/navigate'

/** 支部提议: a community accepts in one tap, or says why not. */
export default page(function ProposalsPage() {
  const { communityId = '' } = useRouter().params
  const { query, accept, decline, busy } = useCommunityProposals(communityId)
  const [declining, setDeclining] = useState<CommunityProposal>()
  return (
    <Page
      id="proposals"
      title="支部提议"
      left="back"
      onPullDown={query.refetch}
      overlay={
        declining && (
          <DeclineSheet
            proposal={declining}
            busy={busy}
            onDecline={(said) =>
              void decline(declining, said).then((done) => done && setDeclining(undefined))
            }
            onClose={() => setDeclining(undefined)}
          />
        )
      }
    >
      <Loaded query={query} skeleton="list">
        {({ proposals, more }) => (
          <CommunityProposals
            {...{ proposals, more, busy }}
            onAccept={(one) => void accept(one)}
            onDecline={setDeclining}
            onOpen={({ id }) => open('service', { id })}
          />
        )}
      </Loaded>
    </Page>
  )
})
