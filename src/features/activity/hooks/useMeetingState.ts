import { useState } from 'react'
import type { RequestOf } from '@domain/contract/actions'
import type { PhoneRefusal } from '@/cloud/outcome'
import { useCloudAction } from '@/cloud/useCloudAction'

export type MeetingMove = RequestOf<'activity.setState'>['to']
type Reason = RequestOf<'activity.setState'>['reason']

/** Opening, closing, opening again, cancelling. */
export function useMeetingState(activityId: string) {
  const { run, busy } = useCloudAction('activity.setState')
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  /** `reason`: why it did not take place. */
  const to = async (move: MeetingMove, reason?: Reason) => {
    const outcome = await run({ activityId, to: move, ...(reason && { reason }) })
    setRefusal(outcome.ok ? undefined : outcome)
    return outcome.ok
  }
  return { to, busy, refusal, clear: () => setRefusal(undefined) }
}
