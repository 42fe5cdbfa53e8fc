import { useState } from 'react'
import type { RequestOf } from '@domain/contract/actions'
import type { PhoneRefusal } from '@/platform/outcome'
import { useCloudAction } from '@/platform/useCloudAction'

export type MeetingMove = RequestOf<'activity.setState'>['to']

/** Opening, closing, opening again, cancelling. */
export function useMeetingState(activityId: string) {
  const { run, busy } = useCloudAction('activity.setState', ['activity.board', 'service.board'])
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  const to = async (move: MeetingMove) => {
    const outcome = await run({ activityId, to: move })
    setRefusal(outcome.ok ? undefined : outcome)
  }
  return { to, busy, refusal, clear: () => setRefusal(undefined) }
}
