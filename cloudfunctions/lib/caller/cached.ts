/** Milliseconds a warm function may answer from what it read before: an edited rule or organisation is seen after that at the latest. */
const freshFor = 60_000

/**
 * Keeps one county-wide reading (never anything of a person) in the warm process. A clock that was moved, in either direction, makes it
 * stale too; a failed reading is not kept.
 */
export function cached<T>(read: () => Promise<T>): (now: number) => Promise<T> {
  let kept: { at: number; value: Promise<T> } | undefined
  return (now) => {
    if (kept && Math.abs(now - kept.at) < freshFor) return kept.value
    const value = read()
    const reading = { at: now, value }
    kept = reading
    value.catch(() => {
      if (kept === reading) kept = undefined
    })
    return value
  }
}
