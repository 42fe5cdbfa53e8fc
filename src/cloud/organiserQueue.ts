import type { OfflineQueue, QueuedItem, QueueState } from './offlineQueue'
import { attempt } from './outcome'
import { queuePerPerson, useQueue } from './queuePerPerson'

/** The roll call of a meeting without network. */
export const organiserQueue = queuePerPerson<QueuedItem>('queue', (item) =>
  item.action === 'checkin.tick' ? attempt(item.action, item.data) : attempt(item.action, item.data),
)

export const useOrganiserQueue = (): { queue: OfflineQueue; state: QueueState } => useQueue(organiserQueue())
