import type { Journal } from '../database/Journal'
import { EmulatedClock } from './EmulatedClock'

const TIME = 'emulated_time'

/** The clock of a data folder: at `at`, else where it stopped, else at real time. */
export function openClock(journal: Journal, at?: number): EmulatedClock {
  const clock = new EmulatedClock((now) => journal.setMeta(TIME, String(now)))
  if (at === undefined) returnToStoredTime(journal, clock)
  else clock.set(at)
  return clock
}

export function storeTime(journal: Journal, clock: EmulatedClock): void {
  journal.setMeta(TIME, String(clock.now()))
}

/** Sets the clock to what the data say; without a word from them to real time. */
export function returnToStoredTime(journal: Journal, clock: EmulatedClock): void {
  const stored = journal.meta(TIME)
  if (stored === undefined) clock.setReal()
  else clock.set(Number(stored))
}
