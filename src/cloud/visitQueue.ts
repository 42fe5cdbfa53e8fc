import type { OfflineQueue, QueuedVisit, QueueState } from './offlineQueue'
import { attempt } from './outcome'
import { queryClient } from './queryClient'
import { queuePerPerson, useQueue } from './queuePerPerson'

/** Visits registered where there was no network; once one is uploaded, the shown numbers are asked again. */
export const visitQueue = queuePerPerson<QueuedVisit>('visits', async ({ action, data }) => {
  const outcome = await attempt(action, data)
  if (outcome.ok) void queryClient.invalidateQueries()
  return outcome
})

export const useVisitQueue = (): { queue: OfflineQueue<QueuedVisit>; state: QueueState<QueuedVisit> } =>
  useQueue(visitQueue())
