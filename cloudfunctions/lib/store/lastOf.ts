import type { CollectionName } from './collections/collections'
import { retry } from '../wx/retry'
import { database } from '../wx/sdk'

/** The greatest number that stands in a field of a collection; null when it is empty. */
export async function lastOf(name: CollectionName, field: string): Promise<number | null> {
  const { list } = await retry(() =>
    database
      .collection(name)
      .aggregate()
      .match({})
      .sort({ [field]: -1 })
      .limit(1)
      .project({ [field]: 1 })
      .end(),
  )
  const value = (list[0] as Record<string, unknown> | undefined)?.[field]
  return typeof value === 'number' ? value : null
}
