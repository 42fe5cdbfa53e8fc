import { useState } from 'react'
import Taro from '@tarojs/taro'
import type { PhoneRefusal } from '@/platform/outcome'
import { useCloudAction } from '@/platform/useCloudAction'

/** Confirms those whom the staff saw. */
export function useConfirmArrivals(activityId: string) {
  const { run, busy } = useCloudAction('service.confirm', ['service.board'])
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  const confirm = async (factIds: string[]) => {
    const outcome = await run({ activityId, factIds })
    setRefusal(outcome.ok ? undefined : outcome)
    if (outcome.ok) void Taro.showToast({ title: `已确认 ${outcome.data.confirmed} 人`, icon: 'success' })
  }
  return { confirm, busy, refusal, clear: () => setRefusal(undefined) }
}
