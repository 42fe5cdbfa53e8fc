import { useSyncExternalStore } from 'react'
import Taro from '@tarojs/taro'
import { createOfflineQueue, type OfflineQueue, type QueueState } from './offlineQueue'
import { ask } from './outcome'
import { identityKey } from './session'
import { readStored, writeStored } from './storage'

const queues = new Map<string, OfflineQueue>()

/** The queue of whoever speaks on this phone; what waits in it is uploaded by itself when the network returns. */
export function organiserQueue(): OfflineQueue {
  const owner = identityKey()
  const known = queues.get(owner)
  if (known) return known
  const key = `queue:${owner}`
  const queue = createOfflineQueue({
    storage: { read: () => readStored(key), write: (value) => writeStored(key, value) },
    send: (item) =>
      item.action === 'checkin.tick' ? ask(item.action, item.data) : ask(item.action, item.data),
  })
  queues.set(owner, queue)
  Taro.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) void queue.flush()
  })
  return queue
}

export function useOrganiserQueue(): { queue: OfflineQueue; state: QueueState } {
  const queue = organiserQueue()
  const state = useSyncExternalStore(queue.subscribe, queue.state, queue.state)
  return { queue, state }
}
