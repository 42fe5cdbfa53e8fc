import type { Action } from '@domain/contract/actions'
import { identityKey } from './session'
import { readStored, removeStored, storedKeys, writeStored } from './storage'

/** One's own data and the expected lists of activities one runs; nothing of others is kept on a phone. */
const kept: readonly Action[] = [
  'identity.me',
  'activity.list',
  'activity.board',
  'progress.home',
  'progress.records',
  'deed.list',
  'reminder.inbox',
  'reminder.settings',
]
const maxAge = 7 * 24 * 3600 * 1000

export interface Kept<T> {
  at: number
  value: T
}

const keyOf = (action: Action, data: unknown) => `cache:${identityKey()}:${action}:${JSON.stringify(data)}`

export function readKept<T>(action: Action, data: unknown, now: number): Kept<T> | undefined {
  if (!kept.includes(action)) return undefined
  const found = readStored<Kept<T>>(keyOf(action, data))
  return found && now - found.at <= maxAge ? found : undefined
}

export function writeKept(action: Action, data: unknown, value: unknown, now: number): void {
  if (kept.includes(action)) writeStored(keyOf(action, data), { at: now, value })
}

/** Forgets everything kept for this identity: after unbinding, or when its roles changed. */
export function wipeKept(): void {
  storedKeys(`cache:${identityKey()}:`).forEach(removeStored)
}

/** Forgets what is older than a week, of whomever. */
export function dropOldKept(now: number): void {
  for (const key of storedKeys('cache:')) {
    const found = readStored<Kept<unknown>>(key)
    if (!found || now - found.at > maxAge) removeStored(key)
  }
}
