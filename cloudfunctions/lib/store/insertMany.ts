import type { CollectionName, Collections } from './collections/collections'
import { insertOnce, withoutUndefined } from './insertOnce'
import { retry, textOf } from '../wx/retry'
import { database } from '../wx/sdk'

/** Rows of one request: what it carries stays far below every limit. */
const TOGETHER = 100

/**
 * Inserts rows under natural keys, a hundred a request; the keys that were taken before. Cut short, some stand and some do not: the same
 * rows again insert the others.
 */
export async function insertMany<N extends CollectionName>(
  name: N,
  rows: readonly Omit<Collections[N], 'updatedAt'>[],
): Promise<string[]> {
  const taken: string[] = []
  for (let i = 0; i < rows.length; i += TOGETHER) {
    const some = rows.slice(i, i + TOGETHER)
    const data = some.map((row) => ({ ...withoutUndefined(row), updatedAt: database.serverDate() }))
    try {
      await retry(() => database.collection(name).add({ data }))
    } catch (error) {
      if (!textOf(error).includes('E11000')) throw error
      // One of them is there: which others are is found out one by one.
      for (const row of some)
        if ((await insertOnce(name, row)) === 'duplicate') taken.push((row as unknown as { _id: string })._id)
    }
  }
  return taken
}
