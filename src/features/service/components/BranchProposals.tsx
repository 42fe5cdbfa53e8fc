import { View } from '@tarojs/components'
import type { ResponseOf } from '@domain/contract/actions'
import type { BranchProposal } from '@domain/contract/proposal'
import { Button } from '@/components/Button/Button'
import { Empty } from '@/components/Empty/Empty'
import { Section } from '@/components/Section/Section'
import { becameText } from '../logic/proposalWords'
import { ProposalCard } from './ProposalCard'

interface Props extends Pick<ResponseOf<'proposal.ofBranch'>, 'proposals' | 'places' | 'more'> {
  busy: boolean
  onWithdraw: (proposal: BranchProposal) => void
}

/** What a branch has proposed: what waits for a community's word first, then what has become of the others. */
export function BranchProposals({ proposals, places, more, busy, onWithdraw }: Props) {
  if (proposals.length === 0) {
    return (
      <View className="mt12">
        {places.length === 0 ? (
          <Empty
            image="house"
            title="还没有同志到社区报到"
            text="有同志报到了，支部就可以向那个社区提服务"
            id="no-places"
          />
        ) : (
          <Empty
            image="none"
            icon="heart"
            title="还没有提过服务"
            text="提一次，社区同意就发布，报到的党员都能报名"
            id="no-proposals"
          />
        )}
      </View>
    )
  }
  const groups = [
    { title: '等社区答复', some: proposals.filter(({ state }) => state === 'waiting') },
    { title: '有了答复', some: proposals.filter(({ state }) => state !== 'waiting') },
  ]
  return (
    <>
      {groups.map(({ title, some }) =>
        some.length === 0 ? null : (
          <View key={title}>
            <Section title={`${title} ${some.length} 次`} />
            {some.map((proposal) => (
              <One key={proposal.id} proposal={proposal} busy={busy} onWithdraw={onWithdraw} />
            ))}
          </View>
        ),
      )}
      {more > 0 && <View className="t-sub c2 ctr mt12">{`还有 ${more} 次，都是更早的`}</View>}
    </>
  )
}

function One({
  proposal,
  busy,
  onWithdraw,
}: { proposal: BranchProposal } & Pick<Props, 'busy' | 'onWithdraw'>) {
  const { id, community, state } = proposal
  return (
    <ProposalCard proposal={proposal} other={community.name}>
      {state === 'waiting' ? (
        <View className="proposal-acts">
          <Button kind="sunk" small grow id={`withdraw-${id}`} busy={busy} onTap={() => onWithdraw(proposal)}>
            撤回
          </Button>
        </View>
      ) : (
        <View className="t-sub b mt8">{becameText(proposal)}</View>
      )}
    </ProposalCard>
  )
}
