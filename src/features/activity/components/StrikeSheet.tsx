import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PhoneRefusal } from '@/cloud/outcome'
import { useCloudAction } from '@/cloud/useCloudAction'
import { Button } from '@/components/Button/Button'
import { Chip } from '@/components/Chip/Chip'
import { Sheet } from '@/components/Sheet/Sheet'
import { RefusalNote } from './RefusalNote'
import './StrikeSheet.css'

export interface StrikeOf {
  memberId: string
  name: string
  /** Take the strike back. */
  restore: boolean
}

/** A meeting's or a service's: the sheet is opened from either. */
const boards = ['activity.board', 'service.board'] as const

const reasons = {
  strike: ['不在现场', '重复', '点错了', '其他'],
  restore: ['人在现场', '点错了', '其他'],
}

interface Props {
  activityId: string
  of: StrikeOf | undefined
  onClose: () => void
}

/** 撤销登记 and 恢复: one tap on a reason and it is done; both are kept with the organiser's name. */
export function StrikeSheet({ activityId, of, onClose }: Props) {
  const strike = useCloudAction('checkin.strike', boards)
  const restore = useCloudAction('checkin.restore', boards)
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  const [chosen, setChosen] = useState<string>()
  const close = () => {
    setRefusal(undefined)
    setChosen(undefined)
    onClose()
  }
  const confirm = async () => {
    if (!of || !chosen) return
    const outcome = await (of.restore ? restore : strike).run({
      activityId,
      memberId: of.memberId,
      reason: chosen,
    })
    if (outcome.ok) close()
    else setRefusal(outcome)
  }
  const word = of?.restore ? '恢复登记' : '撤销登记'
  return (
    <Sheet
      open={!!of}
      onClose={close}
      title={of ? `${word}：${of.name}` : word}
      footer={
        <Button
          id="strike-confirm"
          grow
          onTap={() => void confirm()}
          busy={strike.busy || restore.busy}
          disabledBecause={chosen ? undefined : '请选原因'}
        >
          {word}
        </Button>
      }
    >
      <View className="strike-text">
        {of?.restore
          ? '恢复后，登记照原来的时间计入。'
          : '撤销后不计入到会，可以随时恢复。原因和您的姓名会一并留存。'}
      </View>
      <View className="strike-chips">
        {reasons[of?.restore ? 'restore' : 'strike'].map((reason, index) => (
          <Chip
            key={reason}
            id={`strike-reason-${index}`}
            on={chosen === reason}
            onTap={() => setChosen(reason)}
          >
            {reason}
          </Chip>
        ))}
      </View>
      <RefusalNote refusal={refusal} onRead={() => setRefusal(undefined)} />
    </Sheet>
  )
}
