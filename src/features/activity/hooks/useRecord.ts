import { useState } from 'react'
import type { RequestOf, ResponseOf } from '@domain/contract/actions'
import type { AbsenceReason, ReopenReason } from '@domain/contract/words'
import { now } from '@/cloud/clock'
import type { PhoneOutcome, PhoneRefusal } from '@/cloud/outcome'
import { useCloudAction } from '@/cloud/useCloudAction'
import { open } from '@/navigation/navigate'
import { backfillMode, presentAt } from '../logic/backfill'

type MeetingRecord = ResponseOf<'activity.record'>
export type Amended = Omit<RequestOf<'activity.amend'>, 'activityId' | 'nonce'>

/** What the recorder does: settle, take back, enter from the paper list, confirm. Each says whether it was done. */
export function useRecord(record: MeetingRecord | undefined) {
  const settleAction = useCloudAction('activity.settle')
  const tick = useCloudAction('checkin.tick')
  const confirmAction = useCloudAction('activity.confirmRecord')
  const amendAction = useCloudAction('activity.amend')
  const manyAction = useCloudAction('activity.settleMany')
  const takeBackAction = useCloudAction('activity.takeBack')
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  const activityId = record?.id ?? ''

  type Asked =
    | 'activity.settle'
    | 'activity.settleMany'
    | 'activity.amend'
    | 'checkin.tick'
    | 'activity.confirmRecord'
    | 'activity.takeBack'
  const said = (outcome: PhoneOutcome<Asked>) => {
    setRefusal(outcome.ok ? undefined : outcome)
    return outcome.ok
  }
  const toBackfill = (memberId?: string) =>
    open('meeting', { id: activityId, tab: 'backfill', member: memberId })
  return {
    refusal,
    clear: () => setRefusal(undefined),
    busy: [settleAction, manyAction, tick, confirmAction, amendAction, takeBackAction].some(
      (action) => action.busy,
    ),
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
    /** One reason for all of whom nobody has said anything, but those whose back-fill waits. */
    settleAll: async (memberIds: string[], reason: AbsenceReason) =>
      said(await manyAction.run({ activityId, memberIds, reason })),
    /** Fields of the record; an empty one is removed. */
    amend: async (fields: Amended) => said(await amendAction.runOnce({ activityId, ...fields })),
    takeBack: async (reason: ReopenReason) => said(await takeBackAction.run({ activityId, reason })),
    /** Before the planned end the sheet has said so. */
    confirm: async () =>
      said(
        await confirmAction.run({ activityId, ...(now() < (record?.endsAt ?? 0) && { beforeEnd: true }) }),
      ),
    toBackfill,
  }
}
export type RecordActions = ReturnType<typeof useRecord>
