import { ROWS_SHOWN } from '@domain/contract/keptLists'
import { textOf } from '@domain/keptLists/lines'
import type { ListTemplate } from '@domain/keptLists/template'
import type { Context } from '../entry/useCase'
import type { StoredRow } from '../store/collections/listRows'
import { readRows } from '../store/readListRows'
import { readNameable } from '../store/readPeople'
import type { Where } from '../wx/sdk'

/** Rows in which something contains what is searched for, the newest day first. */
export async function searchRows(
  asked: { where: Where; search: string; from: number; template: ListTemplate },
  { names, register }: Context,
): Promise<{ rows: StoredRow[]; total: number }> {
  const { where, search, from, template } = asked
  const all = await readRows(where)
  // Only compared: whose row is not shown is not looked at.
  const people = await readNameable(all.flatMap(({ memberIds }) => memberIds))
  const nameOf = (id: string): string => {
    const member = people.get(id)
    return member ? names.acting(member) : (register.get(id)?.name ?? '')
  }
  const found = all.filter(({ cells }) =>
    template.fields.some((field) => textOf(field, cells, nameOf).includes(search)),
  )
  return { rows: found.slice(from, from + ROWS_SHOWN), total: found.length }
}
