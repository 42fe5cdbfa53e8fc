import { deleteFiles } from '../wx/files'
import { atMost, there } from '../wx/conditions'
import { find } from '../wx/find'
import { removeWhere } from '../wx/removeWhere'
import type { Where } from '../wx/sdk'

/** Files deleted by one request. */
const TOGETHER = 50

/** Files in cloud storage first, so that a row is left for whoever has to try again. */
async function removeWithFiles(where: Where): Promise<number> {
  const rows = await find('imports', where, { limit: 5000 })
  const fileIds = rows.flatMap((row) => ('fileId' in row && row.fileId !== undefined ? [row.fileId] : []))
  for (let i = 0; i < fileIds.length; i += TOGETHER) await deleteFiles(fileIds.slice(i, i + TOGETHER))
  return rows.length === 0 ? 0 : removeWhere('imports', where)
}

/** Registers that were sent to a phone until an instant (ms): what was not saved within ten minutes is of use to nobody. */
export const removeExports = (until: number): Promise<number> =>
  removeWithFiles({ kind: 'export', at: atMost(until) })

const DAY = 86_400_000

/** Exports after a day; files nobody went on reading after a day; what was read of the others after a week. */
export async function removeImports(now: number): Promise<number> {
  const exports = await removeExports(now - DAY)
  const unread = await removeWithFiles({ kind: 'head', fileId: there(), at: atMost(now - DAY) })
  const heads = await removeWhere('imports', { kind: 'head', at: atMost(now - 7 * DAY) })
  const pages = await removeWhere('imports', { kind: 'page', at: atMost(now - 7 * DAY) })
  return exports + unread + heads + pages
}
