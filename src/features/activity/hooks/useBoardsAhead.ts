import { useEffect } from 'react'
import { now } from '@/cloud/clock'
import { askAhead } from '@/cloud/useCloudQuery'

/** A board is fetched this long before and after the start of its meeting (ms). */
const around = 36 * 3600 * 1000

interface Meeting {
  id: string
  startsAt: number
  state: string
}

/** Keeps the boards of the meetings one will soon run: the roll opens without network although nobody has opened it before. */
export function useBoardsAhead(meetings: readonly Meeting[] | undefined): void {
  const near = (meetings ?? []).filter(
    ({ state, startsAt }) =>
      (state === 'published' || state === 'open') && Math.abs(startsAt - now()) <= around,
  )
  const ids = near.map(({ id }) => id).join()
  useEffect(() => {
    for (const activityId of ids ? ids.split(',') : []) askAhead('activity.board', { activityId })
  }, [ids])
}
