import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { PhoneRefusal } from '@/cloud/outcome'
import { useCloudAction } from '@/cloud/useCloudAction'

/** Confirms those whom the staff saw, and settles those whom nobody saw: struck out one by one, each can be restored. */
export function useConfirmArrivals(activityId: string) {
  const { run, busy } = useCloudAction('service.confirm')
  const strike = useCloudAction('checkin.strike')
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  const confirm = async (factIds: string[]) => {
    const outcome = await run({ activityId, factIds })
    setRefusal(outcome.ok ? undefined : outcome)
    if (outcome.ok) void Taro.showToast({ title: `已确认 ${outcome.data.confirmed} 人`, icon: 'success' })
  }
  const decline = async (unseen: readonly { memberId: string }[]) => {
    for (const { memberId } of unseen) {
      const outcome = await strike.run({ activityId, memberId, reason: '不在现场' })
      setRefusal(outcome.ok ? undefined : outcome)
      if (!outcome.ok) return
    }
  }
  return { confirm, decline, busy: busy || strike.busy, refusal, clear: () => setRefusal(undefined) }
}
