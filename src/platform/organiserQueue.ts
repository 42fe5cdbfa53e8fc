import type { OfflineQueue, QueuedItem, QueueState } from './offlineQueue'
import { ask } from './outcome'
import { queuePerPerson, useQueue } from './queuePerPerson'

/** The roll call of a meeting without network. */
export const organiserQueue = queuePerPerson<QueuedItem>('queue', (item) =>
  item.action === 'checkin.tick' ? ask(item.action, item.data) : ask(item.action, item.data),
)

export const useOrganiserQueue = (): { queue: OfflineQueue; state: QueueState } => useQueue(organiserQueue())
