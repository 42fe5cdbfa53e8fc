import type { CardState } from '../contract/card'

/** What is kept of a card, in milliseconds. */
export interface DoorCard {
  renewedAt?: number
  printedAt?: number
  stoppedAt?: number
}

/**
 * Whether a card hangs at its door: printed, or scanned after it was made (cards of before were printed elsewhere).
 * `cardState({ renewedAt: 5 }, 4) // 'unprinted'`: what was scanned is the card before.
 */
export const cardState = (
  { renewedAt = 0, printedAt, stoppedAt }: DoorCard,
  scannedAt: number | undefined,
): CardState => {
  if (stoppedAt !== undefined) return 'stopped'
  return printedAt !== undefined || (scannedAt !== undefined && scannedAt >= renewedAt)
    ? 'in_use'
    : 'unprinted'
}

/** By the number on the door, as numbers are counted: 9 号 before 10 号. */
export const byNumber = (a: { number: string }, b: { number: string }): number =>
  parseInt(a.number, 10) - parseInt(b.number, 10) || (a.number < b.number ? -1 : 1)
