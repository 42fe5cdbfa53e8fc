import { AppError } from '../AppError'
import type { CollectionName, Collections } from './collections'
import { retry } from './retry'
import { database, type Where } from './sdk'

interface FindOptions<T> {
  /** Rows at most. One more is asked for: an answer is complete or an error, never cut off in silence. */
  limit?: number
  /** Fields to read; absent: the whole document. */
  fields?: readonly (keyof T & string)[]
}

/** Documents that match. Reads by aggregate: `get` stops at 100 rows (1000 at most), a branch-year is more. */
export function find<N extends CollectionName>(
  name: N,
  where: Where,
  options?: FindOptions<Collections[N]> & { fields?: undefined },
): Promise<Collections[N][]>
export function find<N extends CollectionName, F extends keyof Collections[N] & string>(
  name: N,
  where: Where,
  options: { limit?: number; fields: readonly F[] },
): Promise<Pick<Collections[N], F | '_id'>[]>
export async function find<N extends CollectionName>(
  name: N,
  where: Where,
  { limit = 1000, fields }: FindOptions<Collections[N]> = {},
): Promise<Collections[N][]> {
  const { list } = await retry(() => {
    const rows = database
      .collection(name)
      .aggregate()
      .match(where)
      .limit(limit + 1)
    return (
      fields ? rows.project(Object.fromEntries(['_id', ...fields].map((field) => [field, 1]))) : rows
    ).end()
  })
  if (list.length > limit)
    throw new AppError('too_many_rows', `${name} has more than ${limit} rows for one question`)
  return list as Collections[N][]
}

/** One document, or null. */
export async function findById<N extends CollectionName>(
  name: N,
  _id: string,
): Promise<Collections[N] | null> {
  const [row] = await find(name, { _id }, { limit: 1 })
  return row ?? null
}

export async function count(name: CollectionName, where: Where): Promise<number> {
  const { total } = await retry(() => database.collection(name).where(where).count())
  return total
}
