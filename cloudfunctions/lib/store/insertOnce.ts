import type { CollectionName, Collections } from './collections/collections'
import { retry, textOf } from '../wx/retry'
import { database } from '../wx/sdk'

/** A document as it is inserted: `updatedAt` is the server's date. */
type Fresh<T> = Omit<T, 'updatedAt'>

export const withoutUndefined = (row: object) =>
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
    if (textOf(error).includes('E11000')) return 'duplicate'
    throw error
  }
}
