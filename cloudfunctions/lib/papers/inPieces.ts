import { createHash } from 'node:crypto'
import { done, type Outcome, refuse } from '@domain/contract/answer'
import type { FilePiece } from '@domain/contract/paper'

/** Bytes of a piece, inclusive: in base64 an answer stays below 900 KB. */
export const MOST_BYTES = 640 * 1024

interface Made {
  fileName: string
  bytes: Uint8Array
  /** When its first piece was made (ms). */
  at: number
}

/**
 * As much of a file as an answer holds, from where the piece before ended. Nothing of it is kept: for each piece it is made again, dated as the first
 * one, and when it has come out otherwise the pieces would not fit one another.
 */
export function inPieces(
  { fileName, bytes, at }: Made,
  asked: FilePiece | undefined,
): Outcome<{ fileName: string; content: string; next?: FilePiece }> {
  const digest = createHash('sha256').update(bytes).digest('base64')
  if (asked && asked.digest !== digest) return refuse('book_changed')
  const from = asked?.from ?? 0
  const end = from + MOST_BYTES
  return done({
    fileName,
    content: Buffer.from(bytes.subarray(from, end)).toString('base64'),
    ...(end < bytes.length && { next: { at, from: end, digest } }),
  })
}
