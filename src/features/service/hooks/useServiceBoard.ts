import { useEffect, useState } from 'react'
import type { ServiceBoard } from '@domain/contract/service'
import { arrivalPace, useArrivalPace } from '@/cloud/arrivalPace'
import { useCloudQuery } from '@/cloud/useCloudQuery'

/** While people arrive the board is asked by their pace; posters may still be scanned a while after. */
const paces: Partial<Record<ServiceBoard['state'], 'arrivals' | number>> = {
  published: 'arrivals',
  open: 'arrivals',
  closed: 20_000,
}

/** A service in the hands of the community's staff. */
export function useServiceBoard(activityId: string) {
  const [pollMs, setPollMs] = useState<number | undefined>(arrivalPace(0))
  const query = useCloudQuery('service.board', { activityId }, { enabled: activityId !== '', pollMs })
  const arriving = useArrivalPace(query.data?.arrivals.length, query.at)
  const pace = query.data ? paces[query.data.state] : 'arrivals'
  const wanted = pace === 'arrivals' ? arriving : pace
  useEffect(() => setPollMs(wanted), [wanted])
  return query
}
