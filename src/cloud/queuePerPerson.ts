import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'
import { identityKey } from '../platform/session'
import { textStored, writeStored } from '../platform/storage'
import { wipeAnswers } from './cache'
import { now } from './clock'
import { createOfflineQueue, type OfflineQueue, type QueueParts, type QueueState } from './offlineQueue'
import type { Queueable } from './storedQueue'

/** Answers can be asked for again; what somebody did cannot: it gets their room where the phone has no more. */
function keep(key: string, value: unknown): boolean {
  if (writeStored(key, value)) return true
  wipeAnswers()
  return writeStored(key, value)
}

function storageOf<I>(key: string): QueueParts<I & Queueable>['storage'] {
  return {
    read: () => {
      const text = textStored(key)
      if (!text) return undefined
      try {
        return JSON.parse(text) as unknown
      } catch {
        return 'unreadable'
      }
    },
    write: (value) => keep(key, value),
    setAside: () => void keep(`${key}:damaged`, textStored(key)),
  }
}

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
    const queue = createOfflineQueue<I>({ storage: storageOf<I>(`${name}:${owner}`), send, now })
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
