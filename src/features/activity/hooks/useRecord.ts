import { useState } from 'react'
import type { ResponseOf } from '@domain/contract/actions'
import type { AbsenceReason } from '@domain/contract/words'
import { now } from '@/cloud/clock'
import type { PhoneOutcome, PhoneRefusal } from '@/cloud/outcome'
import { useCloudAction } from '@/cloud/useCloudAction'
import { open } from '@/navigation/navigate'
import { backfillMode, presentAt } from '../logic/backfill'

type MeetingRecord = ResponseOf<'activity.record'>

/** What the recorder does: settle, take back, enter from the paper list, confirm. Each says whether it was done. */
export function useRecord(record: MeetingRecord | undefined) {
  const settleAction = useCloudAction('activity.settle')
  const tick = useCloudAction('checkin.tick')
  const confirmAction = useCloudAction('activity.confirmRecord')
  const amend = useCloudAction('activity.amend')
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  const activityId = record?.id ?? ''

  type Asked = 'activity.settle' | 'activity.amend' | 'checkin.tick' | 'activity.confirmRecord'
  const said = (outcome: PhoneOutcome<Asked>) => {
    setRefusal(outcome.ok ? undefined : outcome)
    return outcome.ok
  }
  const toBackfill = (memberId?: string) =>
    open('meeting', { id: activityId, tab: 'backfill', member: memberId })
  return {
    refusal,
    clear: () => setRefusal(undefined),
    busy: settleAction.busy || tick.busy || confirmAction.busy,
    paperOpen: !!record && backfillMode(record, now()) === 'paper',
    settle: async (memberId: string, reason: AbsenceReason | null) =>
      said(await settleAction.run({ activityId, memberId, reason })),
    enterPaper: async (memberId: string) => {
      const occurredAt = presentAt(record?.startsAt ?? 0, now())
      const outcome = await tick.runOnce({ activityId, memberId, way: 'paper', occurredAt })
      // The organiser enters himself: that always takes a second person.
      if (!outcome.ok && outcome.reason === 'backfill_needs_witness') {
        toBackfill(memberId)
        return true
      }
      return said(outcome)
    },
    holdFor: async (forYear: number) => said(await amend.runOnce({ activityId, forYear })),
    /** Before the planned end the sheet has said so. */
    confirm: async () =>
      said(
        await confirmAction.run({ activityId, ...(now() < (record?.endsAt ?? 0) && { beforeEnd: true }) }),
      ),
    toBackfill,
  }
}
export type RecordActions = ReturnType<typeof useRecord>
