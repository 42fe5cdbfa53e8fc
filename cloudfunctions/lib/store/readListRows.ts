import { retry } from '../wx/retry'
import { database, type Where } from '../wx/sdk'
import type { StoredRow } from './collections/listRows'
import { count, find } from './find'

/** More than the lists of one organisation hold in decades. */
export const MOST_LIST_ROWS = 20_000

/** Of one day what was entered last. */
const newestFirst = (a: StoredRow, b: StoredRow): number => {
  if (a.on !== b.on) return a.on < b.on ? 1 : -1
  return b.at - a.at || (a._id < b._id ? 1 : -1)
}

/** All rows of a list, the newest day first. */
export const readRows = async (where: Where): Promise<StoredRow[]> =>
  (await find('listRows', where, { limit: MOST_LIST_ROWS })).sort(newestFirst)

/** Of these so many from the `from`-th on, and how many there are. */
export async function readRowsFrom(
  where: Where,
  from: number,
  rows: number,
): Promise<{ rows: StoredRow[]; total: number }> {
  const [{ list }, total] = await Promise.all([
    retry(() =>
      database
        .collection('listRows')
        .aggregate()
        .match(where)
        .sort({ on: -1, at: -1, _id: -1 })
        .skip(from)
        .limit(rows)
        .end(),
    ),
    count('listRows', where),
  ])
  return { rows: list as StoredRow[], total }
}
