import Taro from '@tarojs/taro'
import type { ActivityCard } from '@domain/contract/activity'
import { useCloudAction } from '@/cloud/useCloudAction'
import { showRefusal } from '@/words/showRefusal'

/** 报名 in one tap; taking it back asks once. It obliges to nothing. */
export function useEnrolment(card: Pick<ActivityCard, 'id' | 'title'>) {
  const { runOnce, busy } = useCloudAction('service.join')
  const send = async (join: boolean) => {
    const outcome = await runOnce({ activityId: card.id, join })
    if (!outcome.ok) showRefusal(outcome)
  }
  const takeBack = async () => {
    const { confirm } = await Taro.showModal({
      title: '取消报名',
      content: `${card.title}，改天再参加也可以`,
      confirmText: '取消报名',
      cancelText: '返回',
    })
    if (confirm) await send(false)
  }
  return { join: () => send(true), takeBack, busy }
}
