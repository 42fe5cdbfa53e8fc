import { AppError } from '../ground/AppError'
import { retry } from '../wx/retry'
import { command, database, type Where } from '../wx/sdk'
import type { CollectionName } from './collections/collections'

const isPlain = (value: unknown): boolean =>
  Array.isArray(value) ||
  (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)

/**
 * Changes every document that meets the condition and moves its `updatedAt`; says how many. Plain objects and lists replace what stood
 * there (the SDK would otherwise merge field by field, and fail on null); `undefined` removes the field. Nothing met the condition at a second
 * attempt: perhaps the first one was done and only its answer lost. Nobody knows, so nobody is told: whoever asked asks again.
 */
export async function updateAll(name: CollectionName, where: Where, change: Where): Promise<number> {
  const data = Object.fromEntries(
    Object.entries(change).map(([field, value]) => {
      if (value === undefined) return [field, command.remove()]
      return [field, isPlain(value) ? command.set(value) : value]
    }),
  )
  let attempts = 0
  const { stats } = await retry(() => {
    attempts += 1
    return database
      .collection(name)
      .where(where)
      .update({ data: { ...data, updatedAt: database.serverDate() } })
  })
  if (stats.updated === 0 && attempts > 1)
    throw new AppError('unknown_outcome', `${name}: an update whose first answer was lost`)
  return stats.updated
}

/** Conditional update: true when a document met the condition. */
export const updateWhere = async (name: CollectionName, where: Where, change: Where): Promise<boolean> =>
  (await updateAll(name, where, change)) > 0

/** Deletes every document that meets the condition; says how many. */
export async function removeWhere(name: CollectionName, where: Where): Promise<number> {
  const { stats } = await retry(() => database.collection(name).where(where).remove())
  return stats.removed
}

/**
 * A conditional update that leaves `updatedAt` as it was: only for what must not tell when it was written, and what no timer looks for. True
 * when a document met the condition. `change` holds plain values.
 */
export async function updateUntold(name: CollectionName, where: Where, change: Where): Promise<boolean> {
  const { stats } = await retry(() => database.collection(name).where(where).update({ data: change }))
  return stats.updated > 0
}
