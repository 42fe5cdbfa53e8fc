import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { PhoneRefusal } from '@/cloud/outcome'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { useTicked } from '@/components/CheckList/useTicked'

/** Says how many were confirmed. */
const told = (count: number, measure: string) =>
  void Taro.showToast({ title: `已确认 ${count} ${measure}`, icon: 'success' })

/** Deeds done for a community, or for the households of a village, that wait for its word. */
export function useWaitingDeeds(placeId: string) {
  const query = useCloudQuery('deed.pending', { placeId })
  const { run, busy } = useCloudAction('deed.confirm')
  const ticked = useTicked((query.data?.pending ?? []).map(({ deedId }) => deedId))
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  const confirm = async () => {
    const outcome = await run({ placeId, deedIds: ticked.ids })
    setRefusal(outcome.ok ? undefined : outcome)
    if (outcome.ok) told(outcome.data.confirmed, '件')
  }
  return { query, ticked, busy, confirm, refusal, clear: () => setRefusal(undefined) }
}

/** Visits entered afterwards, which the village knows of. */
export function useWaitingVisits(villageId: string) {
  const query = useCloudQuery('household.pending', { villageId })
  const { run, busy } = useCloudAction('household.confirm')
  const ticked = useTicked((query.data?.pending ?? []).map(({ factId }) => factId))
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  const confirm = async () => {
    const outcome = await run({ villageId, factIds: ticked.ids })
    setRefusal(outcome.ok ? undefined : outcome)
    if (outcome.ok) told(outcome.data.confirmed, '次')
  }
  return { query, ticked, busy, confirm, refusal, clear: () => setRefusal(undefined) }
}
