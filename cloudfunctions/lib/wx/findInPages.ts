import type { CollectionName, Collections } from './collections'
import { after } from './conditions'
import { retry } from './retry'
import { database, type Where } from './sdk'

/** Rows an answer carries at most: sources disagree about more. */
const PAGE = 1000

/**
 * All documents that match, ascending by `_id`, page after page; `null` when there are more than `most`, for which the caller must have
 * another way. What is written meanwhile may or may not be among them.
 */
export async function findInPages<N extends CollectionName, F extends keyof Collections[N] & string>(
  name: N,
  where: Where,
  { fields, most }: { fields: readonly F[]; most: number },
): Promise<Pick<Collections[N], F | '_id'>[] | null> {
  const projection = Object.fromEntries(['_id', ...fields].map((field) => [field, 1]))
  const found: Pick<Collections[N], F | '_id'>[] = []
  for (let last = ''; ;) {
    const { list } = await retry(() =>
      database
        .collection(name)
        .aggregate()
        .match(where)
        .match({ _id: after(last) })
        .sort({ _id: 1 })
        .limit(PAGE)
        .project(projection)
        .end(),
    )
    const page = list as Pick<Collections[N], F | '_id'>[]
    found.push(...page)
    if (found.length > most) return null
    if (page.length < PAGE) return found
    last = page[page.length - 1]?._id ?? ''
  }
}
