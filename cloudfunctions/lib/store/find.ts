import { AppError } from '../ground/AppError'
import { retry } from '../wx/retry'
import { command, database, type Where } from '../wx/sdk'
import type { CollectionName, Collections } from './collections/collections'
import { findInPages, projectionOf } from './findInPages'
import { pageSize } from './pageSize'

interface FindOptions<T> {
  /** Rows at most. One more is asked for: an answer is complete or an error, never cut off in silence. */
  limit?: number
  /** Fields to read; absent: the whole document. */
  fields?: readonly (keyof T & string)[]
}

/** In one question, in no order. */
async function findAtOnce(
  name: CollectionName,
  where: Where,
  { rows, fields }: { rows: number; fields: readonly string[] | undefined },
): Promise<unknown[]> {
  const { list } = await retry(() => {
    const found = database.collection(name).aggregate().match(where).limit(rows)
    return (fields ? found.project(projectionOf(fields)) : found).end()
  })
  return list
}

/** Documents that match, all of them: in one question where one answer can hold them, else page after page by `_id`. */
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
  const list =
    limit < pageSize(name, fields)
      ? await findAtOnce(name, where, { rows: limit + 1, fields })
      : await findInPages(name, where, { fields, most: limit })
  if (!list || list.length > limit)
    throw new AppError('too_many_rows', `${name} has more than ${limit} rows for one question`)
  return list as Collections[N][]
}

/** One document, or null. */
export async function findById<N extends CollectionName>(
  name: N,
  _id: string,
): Promise<Collections[N] | null> {
  const [row] = await findAtOnce(name, { _id }, { rows: 1, fields: undefined })
  return (row as Collections[N] | undefined) ?? null
}

/** Documents of a few ids in one question: how many an answer can hold is the caller's to know. */
export async function findByIds<N extends CollectionName>(
  name: N,
  ids: readonly string[],
): Promise<Collections[N][]> {
  const where = { _id: command.in(ids) }
  return (await findAtOnce(name, where, { rows: ids.length, fields: undefined })) as Collections[N][]
}

export async function count(name: CollectionName, where: Where): Promise<number> {
  const { total } = await retry(() => database.collection(name).where(where).count())
  return total
}

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
