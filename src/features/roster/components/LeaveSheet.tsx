import { View } from '@tarojs/components'
import { useState } from 'react'
import type { LeftWhy } from '@domain/contract/words'
import { dayOf } from '@domain/time/day'
import { now } from '@/cloud/clock'
import { useCloudAction } from '@/cloud/useCloudAction'
import { Button } from '@/components/Button/Button'
import { Chip } from '@/components/Chip/Chip'
import { DayField } from '@/components/DayField/DayField'
import { Sheet } from '@/components/Sheet/Sheet'
import { orTell } from '@/words/orTell'
import './ExemptionSheet.css'

const whys: readonly { key: LeftWhy; label: string }[] = [
  { key: 'moved_away', label: '转出本县' },
  { key: 'ended', label: '党籍终止' },
  { key: 'deceased', label: '去世' },
]

interface Props {
  memberId: string
  name: string
  onClose: () => void
  onLeft: () => void
}

/** The last day here and the bare kind; nothing more is kept. */
export function LeaveSheet({ memberId, name, onClose, onLeft }: Props) {
  const [why, setWhy] = useState<LeftWhy>()
  const [on, setOn] = useState(() => dayOf(now()))
  const leave = useCloudAction('roster.leave')
  const send = async () => {
    if (why && (await orTell(leave.run({ memberId, on, why })))) onLeft()
  }
  return (
    <Sheet
      open
      id="leave-sheet"
      title={`${name}离开名册`}
      onClose={onClose}
      footer={
        <Button
          id="leave-confirm"
          grow
          busy={leave.busy}
          disabledBecause={why ? undefined : '请选情况'}
          onTap={() => void send()}
        >
          离开名册
        </Button>
      }
    >
      <View className="t-body">此前的记录和数字照旧，以后不再计入。办错了可以在“已离开”里撤回。</View>
      <View className="exemption-label">情况</View>
      <View className="chips">
        {whys.map(({ key, label }) => (
          <Chip key={key} id={`leave-${key}`} on={why === key} onTap={() => setWhy(key)}>
            {label}
          </Chip>
        ))}
      </View>
      <View className="exemption-days">
        <DayField label="最后一天" id="leave-on" value={on} end={dayOf(now())} onChange={setOn} />
      </View>
    </Sheet>
  )
}
