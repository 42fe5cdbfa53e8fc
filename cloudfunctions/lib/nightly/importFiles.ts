import { atMost, there } from '../store/conditions'
import { find } from '../store/find'
import { removeWhere } from '../store/updateWhere'
import { deleteFiles, fileIdsOf } from '../wx/files'

/** Files deleted by one request. */
const TOGETHER = 50

async function removeFiles(fileIds: readonly string[]): Promise<void> {
  for (let i = 0; i < fileIds.length; i += TOGETHER) await deleteFiles(fileIds.slice(i, i + TOGETHER))
}

/** Uploaded registers nobody went on reading. The files go first, so that after a failure the row is left and the next night tries again. */
async function removeUnread(until: number): Promise<number> {
  const where = { kind: 'head', fileId: there(), at: atMost(until) }
  const rows = await find('imports', where, { limit: 5000 })
  await removeFiles(rows.flatMap((row) => ('fileId' in row && row.fileId !== undefined ? [row.fileId] : [])))
  return rows.length === 0 ? 0 : removeWhere('imports', where)
}

/** Uploads that were begun and never read: the file, if there is one, and the row that names its path. */
async function removeBegun(until: number): Promise<number> {
  const where = { kind: 'begun', at: atMost(until) }
  const rows = await find('imports', where, { limit: 5000 })
  if (rows.length === 0) return 0
  await removeFiles(await fileIdsOf(rows.flatMap((row) => (row.kind === 'begun' ? row.cloudPath : []))))
  return removeWhere('imports', where)
}

const DAY = 86_400_000

/** Removes unread and half-sent files and notes of exports after a day, and what was read of the others after a week; says how many rows. */
export async function removeImports(now: number): Promise<number> {
  const exports = await removeWhere('imports', { kind: 'export', at: atMost(now - DAY) })
  const unread = (await removeUnread(now - DAY)) + (await removeBegun(now - DAY))
  const heads = await removeWhere('imports', { kind: 'head', at: atMost(now - 7 * DAY) })
  const pages = await removeWhere('imports', { kind: 'page', at: atMost(now - 7 * DAY) })
  const names = await removeWhere('imports', { kind: 'names', at: atMost(now - 7 * DAY) })
  return exports + unread + heads + pages + names
}
