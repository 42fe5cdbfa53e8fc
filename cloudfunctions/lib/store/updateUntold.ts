import { retry } from '../wx/retry'
import { database, type Where } from '../wx/sdk'
import type { CollectionName } from './collections/collections'

/**
 * A conditional update that leaves `updatedAt` as it was: only for what must not tell when it was written, and what no timer looks for. True
 * when a document met the condition. `change` holds plain values.
 */
export async function updateUntold(name: CollectionName, where: Where, change: Where): Promise<boolean> {
  const { stats } = await retry(() => database.collection(name).where(where).update({ data: change }))
  return stats.updated > 0
}
