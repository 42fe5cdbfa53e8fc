import { useEffect, useState } from 'react'
import type { ActivityState } from '@domain/contract/words'
import { arrivalPace, useArrivalPace } from './arrivalPace'
import type { boards } from './madeOld'
import { type CloudQuery, useCloudQuery } from './useCloudQuery'

type Board = (typeof boards)[number]

const nowhere = { ok: false, reason: 'invalid_request' } as const

/** While people arrive a board is asked by their pace; afterwards only a second person's word or a poster may come, then nothing more (ms). */
const paces: Partial<Record<ActivityState, 'arrivals' | number>> = {
  published: 'arrivals',
  open: 'arrivals',
  closed: 20_000,
}

/** The board of a meeting or a service in the hands of whoever runs it, asked again as often as its state wants. */
export function useBoard<A extends Board>(action: A, activityId: string): CloudQuery<A> {
  const [pollMs, setPollMs] = useState<number | undefined>(arrivalPace(0))
  const query: CloudQuery<Board> = useCloudQuery<Board>(
    action,
    { activityId },
    { enabled: activityId !== '', pollMs },
  )
  const { data, at } = query
  const arriving = useArrivalPace(data?.arrivals.length, at)
  const pace = data ? paces[data.state] : 'arrivals'
  const wanted = pace === 'arrivals' ? arriving : pace
  useEffect(() => setPollMs(wanted), [wanted])
  // Opened without saying which: the page says so.
  const shown = activityId === '' ? { ...query, refusal: nowhere } : query
  return shown as CloudQuery<A>
}
