import { useState } from 'react'
import type { ServiceBoard } from '@domain/contract/service'
import { now } from '@/cloud/clock'
import type { PhoneRefusal } from '@/cloud/outcome'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { useSettled } from '@/platform/useSettled'

/** 记名单: who is looked for among those registered with the community, and entering one of them. */
export function usePaperList(board: ServiceBoard) {
  const [typed, setTyped] = useState('')
  const name = useSettled(typed.trim())
  // A surname alone is looked for by nobody.
  const idle = [...name].length < 2
  const found = useCloudQuery(
    'service.residents',
    { communityId: board.community.id, name },
    { enabled: !idle },
  )
  const { runOnce, busy } = useCloudAction('service.enter')
  const [refusal, setRefusal] = useState<PhoneRefusal>()

  const enter = async (memberId: string) => {
    // On a list kept on the spot: now while it runs, afterwards the start stands for it.
    const occurredAt = board.state === 'open' ? now() : Math.min(board.startsAt, now())
    const outcome = await runOnce({ activityId: board.id, memberId, occurredAt })
    setRefusal(outcome.ok ? undefined : outcome)
  }
  return {
    typed,
    setTyped,
    /** Nothing is looked for yet. */
    idle,
    found,
    enter,
    busy,
    refusal,
    clear: () => setRefusal(undefined),
  }
}
