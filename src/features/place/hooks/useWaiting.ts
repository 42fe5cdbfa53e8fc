import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { PhoneRefusal } from '@/cloud/outcome'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { useTicked } from '@/components/CheckList/useTicked'
import { askFirst } from '@/platform/askFirst'
import { orTell } from '@/words/orTell'
import type { WaitingDeed } from '../components/WaitingDeeds'
import { visitText, type WaitingVisit } from '../components/WaitingVisits'

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
  const giving = useCloudAction('deed.giveBack')
  const giveBack = async ({ deedId, name, title }: WaitingDeed) => {
    const yes = await askFirst({
      title: `${title}，还没办好？`,
      text: `退回给${name}接着办，办好后再请您确认。`,
      yes: '没办好',
    })
    if (yes) await orTell(giving.run({ placeId, deedId }))
  }
  return { query, ticked, busy, confirm, giveBack, refusal, clear: () => setRefusal(undefined) }
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
  const denying = useCloudAction('household.deny')
  const deny = async (visit: WaitingVisit, denied: boolean) => {
    const { factId, name } = visit
    const question = {
      title: `${name}没来过？`,
      text: `${visitText(visit)}，不再计入，会告诉本人。点错了，一周内可以撤回。`,
      yes: '没来过',
    }
    if (!denied || (await askFirst(question))) await orTell(denying.run({ villageId, factId, denied }))
  }
  return { query, ticked, busy, confirm, deny, refusal, clear: () => setRefusal(undefined) }
}
