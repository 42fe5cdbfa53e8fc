import { useSyncExternalStore } from 'react'
import Taro from '@tarojs/taro'
import {
  createOfflineQueue,
  type OfflineQueue,
  type Queueable,
  type QueueParts,
  type QueueState,
} from './offlineQueue'
import { identityKey } from './session'
import { readStored, writeStored } from './storage'

/** A queue for whoever speaks on this phone, kept under `name`; what waits in it is uploaded by itself when the network returns. */
export function queuePerPerson<I extends Queueable>(
  name: string,
  send: QueueParts<I>['send'],
): () => OfflineQueue<I> {
  const queues = new Map<string, OfflineQueue<I>>()
  return () => {
    const owner = identityKey()
    const known = queues.get(owner)
    if (known) return known
    const key = `${name}:${owner}`
    const queue = createOfflineQueue<I>({
      storage: { read: () => readStored(key), write: (value) => writeStored(key, value) },
      send,
    })
    queues.set(owner, queue)
    Taro.onNetworkStatusChange(({ isConnected }) => {
      if (isConnected) void queue.flush()
    })
    return queue
  }
}

export function useQueue<I extends Queueable>(
  queue: OfflineQueue<I>,
): { queue: OfflineQueue<I>; state: QueueState<I> } {
  return { queue, state: useSyncExternalStore(queue.subscribe, queue.state, queue.state) }
}
