import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { updateWhere } from '../../store/updateWhere'

/**
 * Rows of registers read in the last days that name a person. A file still waiting for its yes is left alone: who sent it would add the person
 * again, and sees so in the preview; its rows are gone after a week as well.
 */
export async function eraseImported(name: string): Promise<void> {
  const pages = await find('imports', { kind: 'page', 'rows.name': name }, { limit: 1000 })
  const importIds = oneOf([...new Set(pages.map((page) => ('importId' in page ? page.importId : '')))])
  const applied =
    pages.length === 0 ? [] : await find('imports', { _id: importIds, state: 'applied' }, { fields: ['_id'] })
  const done = new Set(applied.map(({ _id }) => _id))
  for (const page of pages) {
    if (page.kind !== 'page' || !done.has(page.importId)) continue
    await updateWhere('imports', { _id: page._id }, { rows: page.rows.filter((row) => row.name !== name) })
  }
}
