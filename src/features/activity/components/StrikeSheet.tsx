import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Action } from '@domain/contract/actions'
import type { AbsenceReason } from '@domain/contract/words'
import type { PhoneOutcome, PhoneRefusal } from '@/cloud/outcome'
import { useCloudAction } from '@/cloud/useCloudAction'
import { Button } from '@/components/Button/Button'
import { Chip } from '@/components/Chip/Chip'
import { Sheet } from '@/components/Sheet/Sheet'
import { absenceLabels } from '@domain/activity/absenceLabels'
import { RefusalNote } from './RefusalNote'
import './StrikeSheet.css'

export interface StrikeOf {
  memberId: string
  name: string
  /** Take the strike back. */
  restore: boolean
}

const absenceReasons = Object.keys(absenceLabels) as AbsenceReason[]
const absences = absenceReasons.map((one) => absenceLabels[one])
const reasons = {
  strike: ['不在现场', '重复', '点错了', '其他'],
  restore: ['人在现场', '点错了', '其他'],
}

interface Props {
  activityId: string
  of: StrikeOf | undefined
  /** In a 补录: who was ticked with the group was not there, and why is said at once. */
  absent?: boolean
  onClose: () => void
}

/** 撤销登记 and 恢复: one tap on a reason and it is done; both are kept with the organiser's name. */
export function StrikeSheet({ activityId, of, absent = false, onClose }: Props) {
  const settle = useCloudAction('activity.settle')
  const isAbsent = absent && of?.restore === false
  const strike = useCloudAction('checkin.strike')
  const restore = useCloudAction('checkin.restore')
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  const [chosen, setChosen] = useState<string>()
  const close = () => {
    setRefusal(undefined)
    setChosen(undefined)
    onClose()
  }
  const confirm = async () => {
    if (!of || !chosen) return
    const { memberId } = of
    const act = of.restore ? restore : strike
    let outcome: PhoneOutcome<Action> = await act.run({ activityId, memberId, reason: chosen })
    const why = isAbsent ? absenceReasons.find((one) => absenceLabels[one] === chosen) : undefined
    if (outcome.ok && why) outcome = await settle.run({ activityId, memberId, reason: why })
    if (outcome.ok) close()
    else setRefusal(outcome)
  }
  const word = of?.restore ? '恢复登记' : isAbsent ? '改为没到' : '撤销登记'
  const choices = of?.restore ? reasons.restore : isAbsent ? absences : reasons.strike
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
          busy={strike.busy || restore.busy || settle.busy}
          disabledBecause={chosen ? undefined : '请选原因'}
        >
          {word}
        </Button>
      }
    >
      <View className="strike-text">
        {of?.restore
          ? '恢复后，登记照原来的时间计入。'
          : isAbsent
            ? '原因只选大类，不写具体情况。原来的登记撤下，可以随时恢复。'
            : '撤销后不计入到会，可以随时恢复。原因和您的姓名会一并留存。'}
      </View>
      <View className="strike-chips">
        {choices.map((reason, index) => (
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
