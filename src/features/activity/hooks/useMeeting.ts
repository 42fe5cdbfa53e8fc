import { useEffect, useMemo } from 'react'
import { readCode } from '@domain/checkin/code'
import { now } from '@/cloud/clock'
import { makeNonce } from '@/cloud/nonce'
import { useOrganiserQueue } from '@/cloud/organiserQueue'
import { queryClient } from '@/cloud/queryClient'
import { useBoard } from '@/cloud/useBoard'
import { queryKey } from '@/cloud/useCloudQuery'
import { buzz } from '@/platform/haptic'
import { scan } from '@/platform/scan'
import { presentAt } from '../logic/backfill'
import { arrivedAfterAll, type Expected, rollOf } from '../logic/rollCall'

/** The running meeting: what the cloud knows of it, and on top what this phone has entered and not uploaded yet. */
export function useMeeting(activityId: string) {
  const { queue, state } = useOrganiserQueue()
  const known = useBoard('activity.board', activityId)
  const board = known.data
  const { at, unreached, refetch } = known

  // The board's polling is also how the phone learns that the network is back.
  useEffect(() => {
    if (!unreached) void queue.flush()
  }, [queue, unreached, at])

  const uploaded = state.sent.length
  useEffect(() => {
    if (uploaded > 0)
      void queryClient.refetchQueries({ queryKey: queryKey('activity.board', { activityId }) })
  }, [uploaded, activityId])

  const waiting = useMemo(
    () => state.waiting.filter((item) => item.data.activityId === activityId),
    [state.waiting, activityId],
  )
  const sent = useMemo(
    () => state.sent.filter((item) => item.data.activityId === activityId),
    [state.sent, activityId],
  )
  const roll = useMemo(() => board && rollOf(board, waiting, sent), [board, waiting, sent])

  const tickAll = (people: readonly Pick<Expected, 'memberId' | 'name'>[]) => {
    // Of a meeting that is entered afterwards the hour is its own.
    const isOver = board !== undefined && (board.late !== undefined || board.state === 'closed')
    const occurredAt = isOver ? presentAt(board.startsAt, now()) : now()
    for (const { memberId, name } of people) {
      const data = { activityId, memberId, way: 'roll_call' as const, occurredAt, nonce: makeNonce() }
      queue.add({ action: 'checkin.tick', data, name, memberId })
    }
    buzz()
    void queue.flush()
  }
  const tick = (memberId: string, name: string) => tickAll([{ memberId, name }])

  /** false: what was scanned is no member's code. */
  const scanMember = async (): Promise<boolean> => {
    const scanned = await scan()
    if (!scanned) return true
    const code = readCode(scanned.text, board?.codePrefix)
    if (code?.type !== 'member') return false
    const person = board?.expected.find((each) => each.alias === code.alias)
    queue.add({
      action: 'checkin.scanMember',
      data: { activityId, code: scanned.text, occurredAt: now(), nonce: makeNonce() },
      name: person?.name ?? '名单外的同志',
      ...(person ? { memberId: person.memberId } : {}),
    })
    buzz()
    void queue.flush()
    return true
  }

  return {
    ...known,
    board,
    roll,
    waiting,
    sent,
    dropped: state.dropped.filter((item) => item.data.activityId === activityId),
    arrivedAfterAll: board ? arrivedAfterAll(board, state.withdrawn) : [],
    /** Whether what waits is on the phone, and why the last upload left it. */
    kept: state.kept,
    trouble: state.trouble,
    damaged: state.damaged,
    tick,
    tickAll,
    scanMember,
    /** false: it is uploaded already and has to be struck out. */
    takeBack: (nonce: string) => queue.remove(nonce),
    dismiss: (nonce?: string) => queue.dismiss(nonce),
    retry: async () => {
      await refetch()
      await queue.flush(true)
    },
  }
}
export type Meeting = ReturnType<typeof useMeeting>
