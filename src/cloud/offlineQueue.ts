import type { RequestOf } from '@domain/contract/actions'
import type { PhoneReason, PhoneRefusal } from './outcome'
import { type Dropped, type Queueable, readQueue, type Stored } from './storedQueue'
import { isUnreached } from './unreached'

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

export type DroppedItem = Dropped<QueuedItem>

export interface QueueState<I extends Queueable = QueuedItem> extends Stored<I> {
  /** Uploaded since the app was started, newest first. */
  sent: I[]
  sending: boolean
  /** What waits is on the phone and outlives the app being closed. */
  kept: boolean
  /** Something stood in storage that cannot be read any more. */
  damaged: boolean
  /** Why the last upload left something waiting. */
  trouble: PhoneReason | undefined
}

export interface OfflineQueue<I extends Queueable = QueuedItem> {
  state: () => QueueState<I>
  add: (item: I) => void
  /** Takes back what waits; false: it is uploaded already and has to be struck out in the cloud. */
  remove: (nonce: string) => boolean
  /** Why it was refused, or that it had arrived after all, has been read; without a nonce: that storage was damaged. */
  dismiss: (nonce?: string) => void
  /**
   * Uploads what waits, one at a time; what the cloud could not take now goes behind the others and is tried again later and later. `asked`:
   * somebody tapped, so everything is tried at once. Never rejects.
   */
  flush: (asked?: boolean) => Promise<void>
  subscribe: (listener: () => void) => () => void
}

export interface QueueParts<I extends Queueable> {
  storage: {
    /** What stands there; undefined: nothing. Throws where the phone cannot be read just now. */
    read: () => unknown
    /** false: it could not be kept. */
    write: (value: Stored<I>) => boolean
    /** Moves away what nobody can read, so that it is not written over. */
    setAside: () => void
  }
  send: (item: I) => Promise<{ ok: true } | PhoneRefusal>
  now: () => number
}

/** The cloud may answer differently later; every other refusal is final. */
const isTransient = (reason: PhoneReason): boolean =>
  isUnreached(reason) || ['try_again', 'client_outdated', 'consent_needed'].includes(reason)

/** After these the next one would fare no better. */
const endsRun: readonly PhoneReason[] = ['offline', 'client_outdated', 'consent_needed']

/** How long after its n-th failure an item is left alone, ms; without network nothing was asked of the cloud and nothing is waited for. */
const pause = (failures: number): number => Math.min(300_000, 5000 * 2 ** (failures - 1))

/**
 * What is done without network. An item leaves storage only after the cloud's answer, so a restart in between sends it again with the same
 * nonce, which the cloud answers as the first time. That something could not be kept, read or uploaded always stands in the state.
 */
export function createOfflineQueue<I extends Queueable = QueuedItem>({
  storage,
  send,
  now,
}: QueueParts<I>): OfflineQueue<I> {
  let state: QueueState<I> = {
    ...readQueue<I>({}).stored,
    sent: [],
    sending: false,
    kept: true,
    damaged: false,
    trouble: undefined,
  }
  const listeners = new Set<() => void>()
  const failures = new Map<string, { count: number; until: number }>()
  let running: Promise<void> | undefined
  let loaded = false

  const without = <T extends Queueable>(items: T[], nonce: string) =>
    items.filter((item) => item.data.nonce !== nonce)

  /** Until storage could be read nothing is written over it. */
  const load = () => {
    if (loaded) return
    try {
      const value = storage.read()
      loaded = true
      if (value === undefined) return
      const { stored, whole } = readQueue<I>(value)
      if (!whole) storage.setAside()
      state = {
        ...state,
        waiting: [...stored.waiting, ...state.waiting],
        dropped: [...stored.dropped, ...state.dropped],
        withdrawn: [...stored.withdrawn, ...state.withdrawn],
        tried: [...stored.tried, ...state.tried],
        damaged: !whole,
      }
      if (!whole) storage.write(stored)
    } catch {
      state = { ...state, kept: false }
    }
  }

  const change = (next: Partial<QueueState<I>>) => {
    const before = state
    state = { ...state, ...next }
    const { waiting, dropped, withdrawn, tried } = state
    if (
      waiting !== before.waiting ||
      dropped !== before.dropped ||
      withdrawn !== before.withdrawn ||
      tried !== before.tried
    ) {
      const kept = loaded && storage.write({ waiting, dropped, withdrawn, tried })
      state = { ...state, kept: kept || waiting.length === 0 }
    }
    listeners.forEach((listener) => listener())
  }

  const settle = (item: I, answer: { ok: true } | PhoneRefusal) => {
    const { nonce } = item.data
    failures.delete(nonce)
    const waiting = without(state.waiting, nonce)
    const tried = state.tried.filter((each) => each !== nonce)
    if (answer.ok) change({ waiting, tried, sent: [item, ...state.sent] })
    // What was taken back meanwhile need not be said to have been refused.
    else if (waiting.length === state.waiting.length) change({ tried })
    else {
      const { reason, detail } = answer
      change({ waiting, tried, dropped: [...state.dropped, { ...item, reason, detail }] })
    }
  }

  const postpone = (item: I, reason: PhoneReason) => {
    // Nothing was asked of the cloud: the order stays.
    if (reason === 'offline') return
    const { nonce } = item.data
    const count = (failures.get(nonce)?.count ?? 0) + 1
    failures.set(nonce, { count, until: now() + pause(count) })
    if (state.waiting.some((each) => each.data.nonce === nonce))
      change({ waiting: [...without(state.waiting, nonce), item] })
  }

  const run = async (asked: boolean) => {
    load()
    if (state.waiting.length === 0) return
    const seen = new Set<string>()
    const next = () =>
      state.waiting.find(
        ({ data: { nonce } }) =>
          !seen.has(nonce) && (asked || (failures.get(nonce)?.until ?? -Infinity) <= now()),
      )
    let slow = 0
    for (let item = next(); item; item = next()) {
      const { nonce } = item.data
      seen.add(nonce)
      change({ sending: true, tried: [...new Set([...state.tried, nonce])] })
      const answer = await send(item).catch((): PhoneRefusal => ({ ok: false, reason: 'unavailable' }))
      if (answer.ok || !isTransient(answer.reason)) {
        settle(item, answer)
        continue
      }
      postpone(item, answer.reason)
      change({ trouble: answer.reason })
      slow = answer.reason === 'slow' ? slow + 1 : 0
      if (endsRun.includes(answer.reason) || slow === 2) break
    }
    change({ sending: false, ...(state.waiting.length === 0 ? { trouble: undefined } : {}) })
  }

  load()
  return {
    state: () => state,
    add: (item) => {
      load()
      const known = [...state.waiting, ...state.sent].some((other) => other.data.nonce === item.data.nonce)
      if (!known) change({ waiting: [...state.waiting, item] })
    },
    remove: (nonce) => {
      const item = state.waiting.find((each) => each.data.nonce === nonce)
      if (!item) return false
      const mayHaveArrived = state.tried.includes(nonce)
      change({
        waiting: without(state.waiting, nonce),
        ...(mayHaveArrived ? { withdrawn: [...state.withdrawn, item].slice(-20) } : {}),
      })
      return true
    },
    dismiss: (nonce) => {
      if (nonce === undefined) change({ damaged: false })
      else change({ dropped: without(state.dropped, nonce), withdrawn: without(state.withdrawn, nonce) })
    },
    flush: (asked = false) => {
      running ??= run(asked).finally(() => {
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
