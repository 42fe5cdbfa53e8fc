/**
 * Reads page after page, ascending by `_id`, until one is not full; `null` when there are more than `most` rows, for which the caller must
 * have another way. `read` gives the rows after an `_id`, as many as the page holds. What is written meanwhile may or may not be among them.
 */
export async function readInPages<T extends { _id: string }>(
  { page, most }: { page: number; most: number },
  read: (after: string, rows: number) => Promise<T[]>,
): Promise<T[] | null> {
  const found: T[] = []
  for (let last = ''; ;) {
    const rows = await read(last, page)
    found.push(...rows)
    if (found.length > most) return null
    if (rows.length < page) return found
    last = rows[rows.length - 1]?._id ?? ''
  }
}
