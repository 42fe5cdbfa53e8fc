import { retry } from '../wx/retry'
import { database, type Where } from '../wx/sdk'
import type { CollectionName, Collections } from './collections/collections'
import { after } from './conditions'
import { pageSize } from './pageSize'
import { readInPages } from './readInPages'

type Row<N extends CollectionName, F extends keyof Collections[N]> = Pick<Collections[N], F | '_id'>

export const projectionOf = (fields: readonly string[]) =>
  Object.fromEntries(['_id', ...fields].map((field) => [field, 1]))

/** Up to `rows` documents that match, after `last`, ascending by `_id`. */
export async function pageAfter<N extends CollectionName, F extends keyof Collections[N] & string>(
  name: N,
  where: Where,
  { last, rows, fields }: { last: string; rows: number; fields?: readonly F[] | undefined },
): Promise<Row<N, F>[]> {
  const { list } = await retry(() => {
    const page = database
      .collection(name)
      .aggregate()
      .match(where)
      .match({ _id: after(last) })
      .sort({ _id: 1 })
      .limit(rows)
    return (fields ? page.project(projectionOf(fields)) : page).end()
  })
  return list as Row<N, F>[]
}

/** All documents that match, ascending by `_id`; `null` when there are more than `most`. No answer is larger than an answer may be. */
export function findInPages<N extends CollectionName, F extends keyof Collections[N] & string>(
  name: N,
  where: Where,
  { fields, most }: { fields?: readonly F[] | undefined; most: number },
): Promise<Row<N, F>[] | null> {
  return readInPages({ page: pageSize(name, fields), most }, (last, rows) =>
    pageAfter(name, where, { last, rows, fields }),
  )
}
