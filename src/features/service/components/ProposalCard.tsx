import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { BranchProposal } from '@domain/contract/proposal'
import { Card } from '@/components/Card/Card'
import { Dotted } from '@/components/Dotted/Dotted'
import { kindLines } from '../logic/proposalWords'
import { spanOf } from './ServiceHead'
import './ProposalCard.css'

interface Props {
  proposal: Omit<BranchProposal, 'community'>
  /** The other side: whose idea it is, or whose word is asked. */
  other: string
  children?: ReactNode
}

/** A service a branch proposes, in full: one tap decides, so that nothing of it stands behind another. */
export const ProposalCard = ({ proposal, other, children }: Props) => (
  <Card pad className="proposal" id={`proposal-${proposal.id}`}>
    <View className="t-body b">{proposal.title}</View>
    <View className="t-sub c2">{other}</View>
    <View className="t-sub c2 num">{spanOf(proposal)}</View>
    <View className="t-sub c2">{proposal.place}</View>
    {kindLines(proposal).map((parts) => (
      <View key={parts[0]} className="t-sub c2">
        <Dotted parts={parts} />
      </View>
    ))}
    {children}
  </Card>
)
