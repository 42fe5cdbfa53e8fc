import type { RequestOf } from '@domain/contract/actions'
import type { RefusalDetail } from '@domain/contract/answer'
import type { PhoneReason, PhoneRefusal } from './outcome'

/** What may wait on the organiser's phone. A member's own scan of a meeting never does. */
export type QueuedAct =
  | { action: 'checkin.tick'; data: RequestOf<'checkin.tick'> }
  | { action: 'checkin.scanMember'; data: RequestOf<'checkin.scanMember'> }

/** `name`: as the phone knew it when there was no network. `memberId`: absent while a scanned code is still to be verified. */
export type QueuedItem = QueuedAct & { name: string; memberId?: string }

/** A visit to one's own household: villages often have no network. The cloud judges it when it arrives. */
export interface QueuedVisit {
  action: 'household.visit'
  data: RequestOf<'household.visit'>
}

/** The nonce names the act: it is what a resend is recognised by. */
export interface Queueable {
  data: { nonce: string }
}
export type Dropped<I> = I & { reason: PhoneReason; detail?: RefusalDetail }
export type DroppedItem = Dropped<QueuedItem>

export interface QueueState<I extends Queueable = QueuedItem> {
  /** Oldest first: they are uploaded in this order. */
  waiting: I[]
  /** Refused for good; kept until it has been read. */
  dropped: Dropped<I>[]
  /** Uploaded since the app was started, newest first. */
  sent: I[]
  sending: boolean
}

export interface OfflineQueue<I extends Queueable = QueuedItem> {
  state: () => QueueState<I>
  add: (item: I) => void
  /** Takes back what has not been uploaded yet. */
  remove: (nonce: string) => void
  /** Why it was refused has been read. */
  dismiss: (nonce: string) => void
  /** Uploads what waits, in order, one at a time; stops at the first transient failure. Never rejects. */
  flush: () => Promise<void>
  subscribe: (listener: () => void) => () => void
}

export interface QueueParts<I extends Queueable> {
  storage: { read: () => unknown; write: (value: unknown) => void }
  /** Rejects without network; a refusal is an answer. */
  send: (item: I) => Promise<{ ok: true } | PhoneRefusal>
}

/** The cloud may answer differently later; every other refusal is final. */
const transient: readonly PhoneReason[] = ['try_again', 'client_outdated', 'offline']
const isFinal = (reason: PhoneReason) => !transient.includes(reason)

interface Stored<I> {
  waiting: I[]
  dropped: Dropped<I>[]
}
const isStored = <I>(value: unknown): value is Stored<I> =>
  typeof value === 'object' && value !== null && 'waiting' in value && Array.isArray(value.waiting)

/**
 * What is done without network. An item leaves storage only after the cloud's answer, so a restart in between
 * sends it again with the same nonce, which the cloud answers as the first time.
 */
export function createOfflineQueue<I extends Queueable = QueuedItem>({
  storage,
  send,
}: QueueParts<I>): OfflineQueue<I> {
  const stored = storage.read()
  let state: QueueState<I> = isStored<I>(stored)
    ? { waiting: stored.waiting, dropped: stored.dropped, sent: [], sending: false }
    : { waiting: [], dropped: [], sent: [], sending: false }
  const listeners = new Set<() => void>()
  let running: Promise<void> | undefined

  const change = (next: Partial<QueueState<I>>) => {
    state = { ...state, ...next }
    if (next.waiting || next.dropped) storage.write({ waiting: state.waiting, dropped: state.dropped })
    listeners.forEach((listener) => listener())
  }
  const without = (nonce: string) => state.waiting.filter((item) => item.data.nonce !== nonce)

  const settle = (item: I, answer: { ok: true } | PhoneRefusal) => {
    const waiting = without(item.data.nonce)
    if (answer.ok) change({ waiting, sent: [item, ...state.sent] })
    else
      change({
        waiting,
        dropped: [...state.dropped, { ...item, reason: answer.reason, detail: answer.detail }],
      })
  }

  const run = async () => {
    change({ sending: true })
    for (let item = state.waiting[0]; item; item = state.waiting[0]) {
      const answer = await send(item).catch(() => undefined)
      if (!answer || (!answer.ok && !isFinal(answer.reason))) break
      settle(item, answer)
    }
    change({ sending: false })
  }

  return {
    state: () => state,
    add: (item) => {
      const known = [...state.waiting, ...state.sent].some((other) => other.data.nonce === item.data.nonce)
      if (!known) change({ waiting: [...state.waiting, item] })
    },
    remove: (nonce) => change({ waiting: without(nonce) }),
    dismiss: (nonce) => change({ dropped: state.dropped.filter((item) => item.data.nonce !== nonce) }),
    flush: () => {
      running ??= run().finally(() => {
        running = undefined
      })
      return running
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
