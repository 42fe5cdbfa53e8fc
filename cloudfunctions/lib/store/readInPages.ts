import { isTransient } from '../wx/retry'

/** Rows one answer of the database carries at most: sources disagree about more. */
export const MOST_ROWS = 1000
/**
 * Rows of each kind of what waits that are read at most, page after page: of a county of 10,000 after a day of 集中志愿服务, and of what one person may
 * leave in years.
 */
export const MOST_WAITING = 50_000
/** Bytes the next page is to have, by what the last one had: half of what an answer may have, since rows differ. */
const AIM = 450_000

/** How many rows the next page asks for when it is like this one. */
function nextPage(rows: readonly unknown[]): number {
  const bytes = Buffer.byteLength(JSON.stringify(rows))
  return Math.max(1, Math.min(MOST_ROWS, Math.floor((AIM * rows.length) / bytes)))
}

/** Fewer rows where an answer of so many is refused: what the cloud says to one that is too large is written nowhere. */
async function readPage<T>(
  page: number,
  read: (rows: number) => Promise<T[]>,
): Promise<{ rows: T[]; asked: number }> {
  for (let asked = page; ; asked = Math.ceil(asked / 2)) {
    try {
      return { rows: await read(asked), asked }
    } catch (error) {
      if (asked === 1 || isTransient(error)) throw error
    }
  }
}

/**
 * Reads page after page, ascending by `_id`, until one is not full; `null` when there are more than `most` rows, for which the caller must
 * have another way. `read` gives the rows after an `_id`, as many as it is asked for: `page` at first, then as many as the measured ones let
 * fit into an answer. What is written meanwhile may or may not be among them.
 */
export async function readInPages<T extends { _id: string }>(
  { page, most }: { page: number; most: number },
  read: (after: string, rows: number) => Promise<T[]>,
): Promise<T[] | null> {
  const found: T[] = []
  for (let last = '', size = page; ;) {
    const { rows, asked } = await readPage(size, (limit) => read(last, limit))
    found.push(...rows)
    if (found.length > most) return null
    if (rows.length < asked) return found
    last = rows[rows.length - 1]?._id ?? ''
    size = nextPage(rows)
  }
}
