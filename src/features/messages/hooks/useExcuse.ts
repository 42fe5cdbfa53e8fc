import { useCloudAction } from '@/cloud/useCloudAction'
import { showRefusal } from '@/words/showRefusal'

/** 因故不能参加 is one tap, and so is taking it back: nobody may be forced to volunteer (志愿服务条例 art. 25). */
export function useExcuse(dutyId: string, periodKey: string) {
  const { runOnce, busy } = useCloudAction('reminder.excuse')
  const excuse = async (excused: boolean) => {
    const outcome = await runOnce({ dutyId, periodKey, excused })
    if (!outcome.ok) showRefusal(outcome)
  }
  return { excuse, busy }
}
