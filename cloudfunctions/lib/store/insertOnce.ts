import { retry, textOf } from '../wx/retry'
import { database } from '../wx/sdk'
import type { CollectionName, Collections } from './collections/collections'

/** A document as it is inserted: `updatedAt` is the server's date. */
type Fresh<T> = Omit<T, 'updatedAt'>

/** Whether a write failed because its key, or one of a unique index, is taken. */
export const isTaken = (error: unknown): boolean => textOf(error).includes('E11000')

const withoutUndefined = (row: object) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))

/**
 * Inserts under a natural key. `duplicate` is a value, not an exception: the key (or a unique index) is taken, and the caller reads back
 * what stands there.
 */
export async function insertOnce<N extends CollectionName>(
  name: N,
  row: Fresh<Collections[N]>,
): Promise<'inserted' | 'duplicate'> {
  const data = { ...withoutUndefined(row), updatedAt: database.serverDate() }
  try {
    await retry(() => database.collection(name).add({ data }))
    return 'inserted'
  } catch (error) {
    if (isTaken(error)) return 'duplicate'
    throw error
  }
}

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
      if (!isTaken(error)) throw error
      // One of them is there: which others are is found out one by one.
      for (const row of some)
        if ((await insertOnce(name, row)) === 'duplicate') taken.push((row as unknown as { _id: string })._id)
    }
  }
  return taken
}
