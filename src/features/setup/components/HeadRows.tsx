import { View } from '@tarojs/components'
import type { BranchHead } from '@domain/contract/setup'
import { Button } from '@/components/Button/Button'
import { Card } from '@/components/Card/Card'
import { Cell } from '@/components/Cell/Cell'
import { Divider } from '@/components/Divider/Divider'
import { Tag } from '@/components/Tag/Tag'
import { headLabels, headText } from '../logic/headWords'

interface Props {
  rows: readonly BranchHead[]
  onInvite: (branchId: string) => void
  onChoose: (branchId: string) => void
}

/** Branches in 组织序列, each with who runs it and the one thing to do about it. */
export function HeadRows({ rows, onInvite, onChoose }: Props) {
  return (
    <Card id="heads-list">
      {rows.map((row, index) => {
        const { branch, state } = row
        return (
          <View key={branch.id}>
            {index > 0 && <Divider inset={16} />}
            <Cell
              id={`head-${branch.id}`}
              title={branch.name}
              sub={headText(row)}
              right={
                state === 'bound' ? (
                  <Tag tone="done" icon="check">
                    {headLabels.bound}
                  </Tag>
                ) : state === 'invited' ? (
                  <Tag tone="info">{headLabels.invited}</Tag>
                ) : (
                  <Button
                    kind="sunk"
                    small
                    id={`${state === 'open' ? 'invite' : 'choose'}-${branch.id}`}
                    onTap={() => (state === 'open' ? onInvite(branch.id) : onChoose(branch.id))}
                  >
                    {state === 'open' ? '邀请' : '选书记'}
                  </Button>
                )
              }
            />
          </View>
        )
      })}
    </Card>
  )
}
