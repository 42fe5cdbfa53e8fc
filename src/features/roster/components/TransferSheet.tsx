import type { Named } from '@domain/contract/shared'
import { useCloudAction } from '@/cloud/useCloudAction'
import { ChooseSheet } from '@/components/ChooseSheet/ChooseSheet'
import { askFirst } from '@/platform/askFirst'
import { orTell } from '@/words/orTell'

interface Props {
  memberId: string
  name: string
  branches: readonly Named[]
  onClose: () => void
}

/** 组织关系转接: asks another branch; until it takes the member nothing changes. */
export function TransferSheet({ memberId, name, branches, onClose }: Props) {
  const transfer = useCloudAction('roster.transfer')
  const send = async (toBranchId: string | undefined) => {
    const to = branches.find(({ id }) => id === toBranchId)
    if (!to) return
    const yes = await askFirst({
      title: `${name}转到${to.name}`,
      text: '对方支部接收以前，仍由本支部负责，随时可以收回。',
      yes: '转出',
    })
    if (yes) await orTell(transfer.runOnce({ memberId, toBranchId: to.id }))
  }
  return (
    <ChooseSheet
      single
      title={`${name}转到哪个支部`}
      items={branches}
      value={[]}
      placeholder="输入支部名称里的几个字"
      onChange={([id]) => void send(id)}
      onClose={onClose}
    />
  )
}
