import { useEffect, useState } from 'react'
import type { ServiceBoard } from '@domain/contract/service'
import { useCloudQuery } from '@/cloud/useCloudQuery'

/** How often the board is asked: people arrive while it runs, posters may still be scanned a while after. */
const paces: Record<ServiceBoard['state'], number | undefined> = {
  draft: undefined,
  published: 5000,
  open: 3000,
  closed: 20_000,
  recorded: undefined,
  cancelled: undefined,
}

/** A service in the hands of the community's staff. */
export function useServiceBoard(activityId: string) {
  const [pollMs, setPollMs] = useState<number | undefined>(paces.open)
  const query = useCloudQuery('service.board', { activityId }, { enabled: activityId !== '', pollMs })
  const pace = query.data ? paces[query.data.state] : paces.open
  useEffect(() => setPollMs(pace), [pace])
  return query
}
