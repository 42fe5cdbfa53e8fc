import { pageSize } from '@cloud/lib/store/pageSize'
import { type CollectionName } from '@cloud/lib/store/collections/collections'
import type { Environment } from '../deploy/Environment'

/** The objects of an environment's storage, by their paths. */
export interface Files {
  list: () => Promise<{ path: string; size: number }[]>
  read: (path: string) => Promise<Buffer>
  write: (path: string, content: Buffer) => Promise<void>
}

/** Where a county's data lie: a cloud environment, or the local cloud. */
export interface Place {
  /** What the county is called, as its county file says. */
  county: string
  envId: string
  environment: Environment
  files: Files
}

/** Characters of a request that writes, far below what the interface takes. */
const MOST_TEXT = 400_000

const idOf = (row: string): string => (JSON.parse(row) as { _id: string })._id

/** All rows of a collection, each as the EJSON text it came as, ascending by `_id`; a page is at most what one answer may hold. */
export async function* readRows({ environment }: Place, name: CollectionName): AsyncGenerator<string> {
  const limit = pageSize(name)
  let last: string | undefined
  for (;;) {
    const filter = last === undefined ? {} : { _id: { $gt: last } }
    const page = await environment.command(
      name,
      'QUERY',
      JSON.stringify({ find: name, filter, sort: { _id: 1 }, limit }),
    )
    yield* page
    const end = page[page.length - 1]
    if (end === undefined || page.length < limit) return
    last = idOf(end)
  }
}

/** Lists as long as one request may carry. */
function* together(texts: readonly string[]): Generator<string[]> {
  let some: string[] = []
  let size = 0
  for (const text of texts) {
    if (some.length > 0 && (size + text.length > MOST_TEXT || some.length === 100)) {
      yield some
      ;[some, size] = [[], 0]
    }
    some.push(text)
    size += text.length
  }
  if (some.length > 0) yield some
}

export async function insertRows(
  { environment }: Place,
  name: CollectionName,
  rows: readonly string[],
): Promise<void> {
  for (const some of together(rows))
    await environment.command(name, 'INSERT', `{"insert":"${name}","documents":[${some.join(',')}]}`)
}

export async function removeRows(
  { environment }: Place,
  name: CollectionName,
  ids: readonly string[],
): Promise<void> {
  for (const some of together(ids)) {
    const deletes = [{ q: { _id: { $in: some } }, limit: 0 }]
    await environment.command(name, 'DELETE', JSON.stringify({ delete: name, deletes }))
  }
}
