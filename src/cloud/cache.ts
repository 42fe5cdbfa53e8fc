import type { Action, ResponseOf } from '@domain/contract/actions'
import { contractVersion } from '@domain/contract/answer'
import { identityKey } from '../platform/session'
import { readStored, removeStored, storedKeys, writeStored } from '../platform/storage'
import { type KeptAction, keptActions } from './keptActions'
import { forgetOwnCode } from './ownCode'
import { fits, type KeptShapes } from './shape'

// Named once: the build writes the shapes wherever this word stands.
const shapes = __KEPT_SHAPES__ as KeptShapes
const maxAge = 7 * 24 * 3600 * 1000

export interface Kept<T> {
  /** Of the contract the answer was given under. */
  version: number
  at: number
  value: T
}

const isKept = (action: Action): action is KeptAction => (keptActions as readonly Action[]).includes(action)
const keyOf = (action: Action, data: unknown) => `cache:${identityKey()}:${action}:${JSON.stringify(data)}`
const isAnswerTo = (action: KeptAction, value: unknown): boolean =>
  fits(value, shapes.of[action] ?? {}, shapes.shared)

/** Requests of others to be let in or confirmed are names of others: they stay in the cloud. */
function ownPart(action: KeptAction, value: unknown): unknown {
  if (action !== 'identity.work') return value
  return { ...(value as ResponseOf<'identity.work'>), bindRequests: [], above: [], witness: [] }
}

/**
 * What was kept of an answer, unless it is older than a week or no answer of this release: an earlier one may have kept another version or
 * another shape, and no page is made for those.
 */
export function readKept<T>(action: Action, data: unknown, now: number): Kept<T> | undefined {
  if (!isKept(action)) return undefined
  const found = readStored<Kept<T>>(keyOf(action, data))
  if (found?.version !== contractVersion || !(now - found.at <= maxAge)) return undefined
  return isAnswerTo(action, found.value) ? found : undefined
}

export function writeKept(action: Action, data: unknown, value: unknown, now: number): void {
  if (!isKept(action)) return
  const kept = { version: contractVersion, at: now, value: ownPart(action, value) }
  // A page works without its copy: it asks the cloud again.
  if (!writeStored(keyOf(action, data), kept)) removeStored(keyOf(action, data))
}

/**
 * Forgets the answers of before this instant (ms; none: all of them): they can be asked for again. What waits to be uploaded and one's own code
 * stay.
 */
export function wipeAnswers(before = Infinity): void {
  for (const key of storedKeys(`cache:${identityKey()}:`)) {
    const at = readStored<Kept<unknown>>(key)?.at
    if (at === undefined || at < before) removeStored(key)
  }
}

/** Forgets everything kept for this identity: after unbinding, or when its roles changed. */
export function wipeKept(): void {
  wipeAnswers()
  forgetOwnCode()
}

/** Forgets what is older than a week, or of an earlier contract, of whomever. */
export function dropOldKept(now: number): void {
  for (const key of storedKeys('cache:')) {
    const found = readStored<Kept<unknown>>(key)
    if (found?.version !== contractVersion || now - found.at > maxAge) removeStored(key)
  }
}
