import type { CollectionName } from './collections/collections'
import { retry } from '../wx/retry'
import { database, type Where } from '../wx/sdk'

/** Deletes every document that meets the condition; says how many. */
export async function removeWhere(name: CollectionName, where: Where): Promise<number> {
  const { stats } = await retry(() => database.collection(name).where(where).remove())
  return stats.removed
}
