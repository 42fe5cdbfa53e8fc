/** Milliseconds for which a warm function may answer from what it read before; after that at the latest it sees an edited rule or organisation. */
const freshFor = 60_000

export interface Cached<T> {
  (now: number): Promise<T>
  /** Makes the next call read anew; called by the process that has just changed what is read. */
  forget: () => void
}

/**
 * Keeps one county-wide reading (never anything of a person) in the warm process. A clock that was moved, in either direction, makes it
 * stale too; a failed reading is not kept.
 */
export function cached<T>(read: () => Promise<T>): Cached<T> {
  let kept: { at: number; value: Promise<T> } | undefined
  const answer = (now: number) => {
    if (kept && Math.abs(now - kept.at) < freshFor) return kept.value
    const value = read()
    const reading = { at: now, value }
    kept = reading
    value.catch(() => {
      if (kept === reading) kept = undefined
    })
    return value
  }
  const forget = () => {
    kept = undefined
  }
  return Object.assign(answer, { forget })
}
