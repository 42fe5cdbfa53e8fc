import { ROWS_SHOWN } from '@domain/contract/keptLists'
import { done } from '@domain/contract/answer'
import { named } from '../entry/targets'
import { useCase } from '../entry/useCase'
import { readRowsFrom } from '../store/readListRows'
import { listAllows, toReadList } from './aboutList'
import { searchRows } from './searchRows'
import { readNamesIn, shapeOf, shownRow } from './shown'

/** Rows of a list, the newest day first. */
export const listRows = useCase(
  'list.rows',
  toReadList,
  async ({ search = '', open = false, from }, context, list) => {
    const { template, organisation } = list
    const where = {
      ...{ organisationId: organisation._id, list: template.id, removed: null },
      ...(open && { isCurrent: true }),
    }
    const { rows, total } = await (search === ''
      ? readRowsFrom(where, from, ROWS_SHOWN)
      : searchRows({ where, search, from, template }, context))
    const nameOf = await readNamesIn(rows, template, context)
    const next = from + rows.length
    return done({
      organisation: named(organisation),
      shape: shapeOf(template),
      mayWrite: listAllows('list.save', { organisation, listSays: template.writes }, context),
      rows: rows.map((row) => shownRow(row, list, { context, nameOf })),
      total,
      ...(next < total && { next }),
    })
  },
)
