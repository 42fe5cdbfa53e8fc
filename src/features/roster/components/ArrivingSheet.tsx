import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Roster } from '@domain/contract/roster'
import type { Named } from '@domain/contract/shared'
import { useCloudAction } from '@/cloud/useCloudAction'
import { Button } from '@/components/Button/Button'
import { Chip } from '@/components/Chip/Chip'
import { Sheet } from '@/components/Sheet/Sheet'
import { orTell } from '@/words/orTell'

interface Props {
  branchId: string
  one: Roster['arriving'][number]
  groups: readonly Named[]
  onClose: () => void
}

/** 组织关系转接, the new branch's word: from today on the member belongs here. */
export function ArrivingSheet({ branchId, one, groups, onClose }: Props) {
  const [groupId, setGroupId] = useState<string>()
  const accept = useCloudAction('roster.accept')
  const answer = async (yes: boolean) => {
    const { memberId } = one
    const data = { memberId, branchId, accept: yes, ...(yes && groupId && { groupId }) }
    await orTell(accept.run(data))
    onClose()
  }
  return (
    <Sheet
      open
      id="arriving-sheet"
      title={`接收${one.name}`}
      onClose={onClose}
      footer={
        <>
          <Button kind="outline" id="arriving-no" busy={accept.busy} onTap={() => void answer(false)}>
            不接收
          </Button>
          <Button id="arriving-yes" grow busy={accept.busy} onTap={() => void answer(true)}>
            接收
          </Button>
        </>
      }
    >
      <View className="t-body">
        {`从${one.from.name}转来。接收后，今天起由本支部负责；此前的记录照旧。不接收，就仍在原支部。`}
      </View>
      {groups.length > 0 ? (
        <>
          <View className="t-sub c2 mt16 mb8">编入党小组（可以以后再定）</View>
          <View className="chips">
            {groups.map(({ id, name }) => (
              <Chip
                key={id}
                id={`arriving-group-${id}`}
                on={groupId === id}
                onTap={() => setGroupId(groupId === id ? undefined : id)}
              >
                {name}
              </Chip>
            ))}
          </View>
        </>
      ) : null}
    </Sheet>
  )
}
