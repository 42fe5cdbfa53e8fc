type Listener = () => void

class Signal {
  aborted = false
  reason: unknown = undefined
  onabort: Listener | null = null
  private readonly listeners = new Set<Listener>()

  addEventListener(_type: string, listener: Listener): void {
    this.listeners.add(listener)
  }

  removeEventListener(_type: string, listener: Listener): void {
    this.listeners.delete(listener)
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason
  }

  fire(reason: unknown): void {
    if (this.aborted) return
    this.aborted = true
    this.reason = reason
    this.onabort?.()
    for (const listener of this.listeners) listener()
  }
}

/** As much of AbortController as TanStack Query uses; WeChat's logic layer has none. */
export class AbortController {
  readonly signal = new Signal()

  abort(reason: unknown = new Error('aborted')): void {
    this.signal.fire(reason)
  }
}
