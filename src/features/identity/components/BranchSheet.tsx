import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import type { Named } from '@domain/contract/shared'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { Cell } from '@/components/Cell/Cell'
import { Loaded } from '@/components/Loaded/Loaded'
import { Sheet } from '@/components/Sheet/Sheet'
import './BranchSheet.css'

interface Props {
  open: boolean
  onClose: () => void
  onChoose: (branch: Named) => void
}

/** All branches in the order of the organisation, narrowed by a few typed letters. */
export function BranchSheet({ open, onClose, onChoose }: Props) {
  const [wanted, setWanted] = useState('')
  const branches = useCloudQuery('identity.branches', {}, { enabled: open })
  return (
    <Sheet open={open} onClose={onClose} title="您所在的党支部" id="branch-sheet">
      <View className="branch-search">
        <Input
          className="field-input"
          id="branch-search"
          placeholder="输入单位名称里的几个字"
          placeholderClass="ph"
          value={wanted}
          onInput={(event) => setWanted(event.detail.value)}
        />
      </View>
      <Loaded query={branches} skeleton="list">
        {({ branches: all }) => {
          const shown = all.filter(({ name }) => name.includes(wanted.trim()))
          if (shown.length === 0) return <View className="t-sub c2 ctr mt16">没有找到，换几个字试试</View>
          return shown.map((branch) => (
            <Cell
              key={branch.id}
              id={`branch-${branch.id}`}
              className="branch-cell"
              title={branch.name}
              onTap={() => onChoose(branch)}
            />
          ))
        }}
      </Loaded>
    </Sheet>
  )
}
