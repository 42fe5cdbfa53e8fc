import type { BranchProgress } from '@domain/contract/progress'

/** Bytes of an answer to a phone, with room for what the envelope adds. */
const MOST = 90_000

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value)) + 1

/** An answer with as many rows from one on (0 first) as go to a phone at once, and where the next ones begin when there are more. */
export function rowsFrom(answer: BranchProgress, from: number): BranchProgress {
  let bytes = bytesOf({ ...answer, rows: [] })
  const rows = answer.rows.slice(from).filter((row, i) => {
    bytes += bytesOf(row)
    return i === 0 || bytes <= MOST
  })
  const next = from + rows.length
  return { ...answer, rows, ...(next < answer.rows.length && { next }) }
}
