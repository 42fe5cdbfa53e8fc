import { quantile } from './figure'

const ROWS = 2_000

/** Work as the functions do it, always the same: rows are written as text, read again and counted. */
function work(): number {
  const rows = Array.from({ length: ROWS }, (_, i) => ({ _id: `m${i}`, on: i % 31, confirmed: i % 3 === 0 }))
  const read = JSON.parse(JSON.stringify(rows)) as typeof rows
  const days = new Map<number, number>()
  for (const { on, confirmed } of read) if (confirmed) days.set(on, (days.get(on) ?? 0) + 1)
  return days.size
}

/** What the same work takes here and now, in ms: what a time is held against, since machines differ and are busy. The median of 15. */
export function referenceLoop(): number {
  const times = Array.from({ length: 15 }, () => {
    const since = performance.now()
    work()
    return performance.now() - since
  })
  return quantile(times, 0.5)
}
