import type { OfflineQueue, QueuedVisit, QueueState } from './offlineQueue'
import { ask } from './outcome'
import { queryClient } from './queryClient'
import { queuePerPerson, useQueue } from './queuePerPerson'

/** Visits registered where there was no network; once one is uploaded, the shown numbers are asked again. */
export const visitQueue = queuePerPerson<QueuedVisit>('visits', async ({ action, data }) => {
  const outcome = await ask(action, data)
  if (outcome.ok) void queryClient.invalidateQueries()
  return outcome
})

export const useVisitQueue = (): { queue: OfflineQueue<QueuedVisit>; state: QueueState<QueuedVisit> } =>
  useQueue(visitQueue())

/** The app has come to the front: perhaps there is a network now. */
export function sendWaitingVisits(): void {
  if (visitQueue().state().waiting.length > 0) void visitQueue().flush()
}
