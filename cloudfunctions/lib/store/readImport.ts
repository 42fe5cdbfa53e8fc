import {
  type ImportHead,
  type ImportPage,
  type NamesRead,
  pageId,
  type StoredImport,
} from './collections/imports'
import { find, findById } from './find'
import { insertOnce } from './insertOnce'
import { updateWhere } from './updateWhere'

export async function readHead(importId: string): Promise<ImportHead | null> {
  const found = await findById('imports', importId)
  return found?.kind === 'head' ? found : null
}

export async function readPage(importId: string, page: number): Promise<ImportPage | null> {
  const found = await findById('imports', pageId(importId, page))
  return found?.kind === 'page' ? found : null
}

/** Lists a community may have in a week. */
const MOST_LISTS = 200

/** The lists of a community that still say something, oldest first. */
export async function readNameLists(communityId: string): Promise<NamesRead[]> {
  const rows = await find('imports', { kind: 'names', communityId }, { limit: MOST_LISTS })
  return rows
    .flatMap((row) => (row.kind === 'names' && row.keys.length > 0 ? row : []))
    .sort((a, b) => a.at - b.at)
}

type Fresh<T> = T extends StoredImport ? Omit<T, 'updatedAt'> : never

export const insertImport = (row: Fresh<StoredImport>) =>
  insertOnce('imports', row as Omit<StoredImport, 'updatedAt'>)

export const updateHead = (
  importId: string,
  condition: Partial<Pick<ImportHead, 'state' | 'applied'>>,
  change: { [K in keyof ImportHead]?: ImportHead[K] | undefined },
): Promise<boolean> => updateWhere('imports', { _id: importId, ...condition }, change)

export const saveRows = (importId: string, page: number, rows: ImportPage['rows']): Promise<boolean> =>
  updateWhere('imports', { _id: pageId(importId, page) }, { rows })
