import { longestWait } from './unreached'

/** The only reader of the phone's own time in the mini-program. */
const phoneNow = () => Date.now()

let offset = 0
/**
 * Round trip of the answer the offset was taken from, ms; a shorter one is more exact. A phone sets its own clock by its network: before the
 * first answer it is trusted to two seconds, so that a first answer half a minute under way does not move it by a quarter.
 */
const firstTrip = 4000
let trip = firstTrip
const listeners = new Set<() => void>()

/** Calls back when an answer moved the clock by a second or more; returns how to stop. */
export function onClockMoved(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Server-corrected time in ms. */
export function now(): number {
  return phoneNow() + offset
}

/** An instant of the phone's own clock, corrected. */
export function corrected(phoneAt: number): number {
  return phoneAt + offset
}

/** Marks the moment a request leaves, by the phone's own clock. */
export function sendingAt(): number {
  return phoneNow()
}

function move(found: number, taken: number): void {
  const moved = Math.abs(found - offset) >= 1000
  offset = Math.round(found)
  trip = taken
  if (moved) listeners.forEach((listener) => listener())
}

/** The phone's clock was set while the answer was under way: so long takes none, nor less than nothing. */
const wasSet = (taken: number) => taken < 0 || taken > Math.max(...Object.values(longestWait)) + 1000

/**
 * Corrects the clock by an answer: the server's `at` is taken to lie in the middle of the round trip. A slower answer than the best one is
 * believed only where it contradicts the offset by more than its own uncertainty.
 */
export function observe(at: number, sentAt: number, receivedAt: number = phoneNow()): void {
  if (wasSet(receivedAt - sentAt)) {
    move(at - receivedAt, firstTrip)
    return
  }
  const taken = receivedAt - sentAt
  const found = at - (sentAt + receivedAt) / 2
  if (taken <= trip || Math.abs(found - offset) > taken / 2 + 1000) move(found, taken)
}
