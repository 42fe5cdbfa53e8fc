import { View } from '@tarojs/components'
import type { ResponseOf } from '@domain/contract/actions'
import type { CommunityProposal } from '@domain/contract/proposal'
import { Button } from '@/components/Button/Button'
import { Empty } from '@/components/Empty/Empty'
import { Section } from '@/components/Section/Section'
import { Tag } from '@/components/Tag/Tag'
import { YesNo } from '@/components/YesNo/YesNo'
import { declinedText } from '../logic/proposalWords'
import { ProposalCard } from './ProposalCard'

interface Props extends Pick<ResponseOf<'proposal.ofCommunity'>, 'proposals' | 'more'> {
  busy: boolean
  onAccept: (proposal: CommunityProposal) => void
  onDecline: (proposal: CommunityProposal) => void
  onOpen: (proposal: CommunityProposal) => void
}

/** What branches propose to a community: what waits for its word first, then what it has answered. */
export function CommunityProposals({ proposals, more, ...acts }: Props) {
  if (proposals.length === 0) {
    return (
      <View className="mt12">
        <Empty
          image="none"
          icon="heart"
          title="支部还没有提过服务"
          text="报到党员的支部可以提，您同意就发布"
          id="no-proposals"
        />
      </View>
    )
  }
  const waiting = proposals.filter(({ state }) => state === 'waiting')
  const answered = proposals.filter(({ state }) => state !== 'waiting')
  return (
    <>
      {waiting.length > 0 && (
        <View id="proposals-waiting">
          <Section title={`等您答复 ${waiting.length} 次`} right="同意就发布" />
          {waiting.map((proposal) => (
            <Waiting key={proposal.id} proposal={proposal} {...acts} />
          ))}
        </View>
      )}
      {answered.length > 0 && (
        <View id="proposals-answered">
          <Section title="答复过的" />
          {answered.map((proposal) => (
            <Answered key={proposal.id} proposal={proposal} onOpen={acts.onOpen} />
          ))}
        </View>
      )}
      {more > 0 && <View className="t-sub c2 ctr mt12">{`还有 ${more} 次，前面的答复了就会显示`}</View>}
    </>
  )
}

function Waiting({
  proposal,
  busy,
  onAccept,
  onDecline,
}: { proposal: CommunityProposal } & Pick<Props, 'busy' | 'onAccept' | 'onDecline'>) {
  const { id, branch } = proposal
  return (
    <ProposalCard proposal={proposal} other={branch.name}>
      <YesNo
        yes="同意发布"
        no="这次不接"
        ids={{ yes: `accept-${id}`, no: `decline-${id}` }}
        busy={busy}
        onSay={(agree) => (agree ? onAccept(proposal) : onDecline(proposal))}
      />
    </ProposalCard>
  )
}

function Answered({ proposal, onOpen }: { proposal: CommunityProposal } & Pick<Props, 'onOpen'>) {
  const { id, branch, state, declined } = proposal
  return (
    <ProposalCard proposal={proposal} other={branch.name}>
      <View className="mt8">
        {state === 'accepted' ? (
          <Tag tone="done">已发布</Tag>
        ) : state === 'called_off' ? (
          <Tag tone="mute">已取消</Tag>
        ) : (
          <View className="t-sub c2">{declinedText(declined)}</View>
        )}
      </View>
      {state === 'accepted' && (
        <View className="proposal-acts">
          <Button kind="sunk" small grow id={`open-${id}`} onTap={() => onOpen(proposal)}>
            看这次服务
          </Button>
        </View>
      )}
    </ProposalCard>
  )
}
