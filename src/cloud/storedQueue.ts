import type { RefusalDetail } from '@domain/contract/answer'
import type { PhoneReason } from './outcome'

/** The nonce names the act: it is what a resend is recognised by. */
export interface Queueable {
  data: { nonce: string }
}
export type Dropped<I> = I & { reason: PhoneReason; detail?: RefusalDetail }

/** What stands in storage. */
export interface Stored<I> {
  waiting: I[]
  /** Refused for good; kept until it has been read. */
  dropped: Dropped<I>[]
  /** Taken back after it had been sent without an answer: perhaps it did arrive. */
  withdrawn: I[]
  /** Nonces of what was sent at least once. */
  tried: string[]
}

const hasNonce = (item: unknown): boolean =>
  typeof (item as Partial<Queueable> | null)?.data?.nonce === 'string'

/** The lists of a queue as it was stored, also by an earlier release; `whole` is false where something of it cannot be understood. */
export function readQueue<I>(value: unknown): { stored: Stored<I>; whole: boolean } {
  const found = (typeof value === 'object' && value !== null ? value : {}) as Partial<Stored<unknown>>
  const list = (items: unknown): unknown[] => (Array.isArray(items) ? items : [])
  const items = (each: unknown) => list(each).filter(hasNonce)
  const { waiting, dropped, withdrawn, tried } = found
  return {
    stored: {
      waiting: items(waiting) as I[],
      dropped: items(dropped) as Dropped<I>[],
      withdrawn: items(withdrawn) as I[],
      tried: list(tried).filter((each): each is string => typeof each === 'string'),
    },
    whole: Array.isArray(waiting) && items(waiting).length === waiting.length,
  }
}
