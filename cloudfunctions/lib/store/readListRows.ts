import { retry } from '../wx/retry'
import { database, type Where } from '../wx/sdk'
import type { StoredRow } from './collections/listRows'
import { count } from './find'

/** Rows of a list, the newest day first, so many from the `from`-th on; and how many there are. */
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
        .sort({ on: -1, _id: -1 })
        .skip(from)
        .limit(rows)
        .end(),
    ),
    count('listRows', where),
  ])
  return { rows: list as StoredRow[], total }
}
