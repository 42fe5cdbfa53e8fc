import { useRef, useState } from 'react'
import type { PhoneRefusal } from '@/cloud/outcome'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { buzz } from '@/platform/haptic'

/** What is ticked: the dues of a month, or of a rule (党性分析) the period of it that the month lies in. */
export interface Ticked {
  branchId: string
  month: string
  dutyId?: string
}

/** Who is ticked, and what this phone has just ticked and not heard back of. */
export function useTicks(ticked: Ticked) {
  const query = useCloudQuery('deed.ticks', ticked)
  const { runOnce } = useCloudAction('deed.tick')
  const [sending, setSending] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [refusal, setRefusal] = useState<PhoneRefusal>()
  // One after the other: a second tap never waits in vain behind the first.
  const last = useRef<Promise<unknown>>(Promise.resolve())

  const mark = (memberIds: string[], to: boolean | undefined) =>
    setSending((before) => {
      const after = new Map(before)
      for (const id of memberIds) {
        if (to === undefined) after.delete(id)
        else after.set(id, to)
      }
      return after
    })
  const tick = (memberIds: string[], to: boolean) => {
    mark(memberIds, to)
    buzz()
    last.current = last.current.then(async () => {
      const outcome = await runOnce({ ...ticked, memberIds, ticked: to })
      setRefusal(outcome.ok ? undefined : outcome)
      if (outcome.ok) await query.refetch()
      mark(memberIds, undefined)
    })
    return last.current
  }
  const rows = query.data?.rows.map((row) => ({ ...row, ticked: sending.get(row.memberId) ?? row.ticked }))
  return { query, rows, tick, refusal, clear: () => setRefusal(undefined) }
}
export type TickRow = NonNullable<ReturnType<typeof useTicks>['rows']>[number]
