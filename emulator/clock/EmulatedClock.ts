import type { EmulatorClock } from '../types'

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
    if (!Number.isSafeInteger(ms)) throw new Error(`not an instant in integer milliseconds: ${String(ms)}`)
    this.offset = ms - Date.now()
    this.onMove(ms)
  }

  advance(ms: number): void {
    this.set(this.now() + ms)
  }
}
