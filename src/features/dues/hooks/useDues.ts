import { useRef, useState } from 'react'
import type { PhoneRefusal } from '@/cloud/outcome'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { buzz } from '@/platform/haptic'

/** 党费 of one month: who is ticked, and what this phone has just ticked and not heard back of. */
export function useDues(branchId: string, month: string) {
  const query = useCloudQuery('deed.ticks', { branchId, month })
  const { runOnce } = useCloudAction('deed.tick')
  const [sending, setSending] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  // One after the other: a second tap never waits in vain behind the first.
  const last = useRef<Promise<unknown>>(Promise.resolve())

  const mark = (memberIds: string[], ticked: boolean | undefined) =>
    setSending((before) => {
      const after = new Map(before)
      for (const id of memberIds) {
        if (ticked === undefined) after.delete(id)
        else after.set(id, ticked)
      }
      return after
    })
  const tick = (memberIds: string[], ticked: boolean) => {
    mark(memberIds, ticked)
    buzz()
    last.current = last.current.then(async () => {
      const outcome = await runOnce({ branchId, month, memberIds, ticked })
      setRefusal(outcome.ok ? undefined : outcome)
      if (outcome.ok) await query.refetch()
      mark(memberIds, undefined)
    })
    return last.current
  }
  const rows = query.data?.rows.map((row) => ({ ...row, ticked: sending.get(row.memberId) ?? row.ticked }))
  return { query, rows, tick, refusal, clear: () => setRefusal(undefined) }
}
export type DuesRow = NonNullable<ReturnType<typeof useDues>['rows']>[number]
