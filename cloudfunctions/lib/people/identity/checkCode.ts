import { createHash } from 'node:crypto'

/** Six digits by which whoever answers a request without digits tells the right phone from others: shown to its asker alone. */
export const checkCodeOf = (requestId: string): string =>
  String(createHash('sha256').update(`check ${requestId}`).digest().readUInt32BE(0) % 1_000_000).padStart(
    6,
    '0',
  )
