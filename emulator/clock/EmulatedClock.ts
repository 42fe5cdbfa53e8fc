import { invalidParam } from '../cloudError'
import type { EmulatorClock } from '../types'

/** The last millisecond that ISO text writes with a year of four digits. */
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

/** Real time plus an offset: it keeps running, and every function process is told the offset. */
export class EmulatedClock implements EmulatorClock {
  private offset = 0

  constructor(private readonly onMove: (now: number) => void = () => undefined) {}

  now(): number {
    return Date.now() + this.offset
  }

  /** Milliseconds to add to real time. */
  currentOffset(): number {
    return this.offset
  }

  set(ms: number): void {
    if (!Number.isSafeInteger(ms) || ms < 0 || ms > LATEST)
      throw invalidParam(`not an instant in integer milliseconds from 1970 to 9999: ${String(ms)}`)
    this.offset = ms - Date.now()
    this.onMove(ms)
  }

  /** Goes with real time again. */
  setReal(): void {
    this.offset = 0
    this.onMove(this.now())
  }

  advance(ms: number): void {
    this.set(this.now() + ms)
  }
}
