import { ROWS_SHOWN } from '@domain/contract/keptLists'
import { textOf } from '@domain/keptLists/lines'
import type { ListTemplate } from '@domain/keptLists/template'
import type { Context } from '../entry/useCase'
import type { StoredRow } from '../store/collections/listRows'
import { oneOf } from '../store/conditions'
import { find } from '../store/find'
import { nameFields } from '../store/readPeople'
import type { Where } from '../wx/sdk'

/** More than a list of one organisation holds in decades. */
const MOST = 20_000

/** Names to compare with what is searched for: whose row is not shown is not looked at. */
async function readNames(rows: readonly StoredRow[], { names, register }: Context) {
  const ids = [...new Set(rows.flatMap(({ memberIds }) => memberIds))]
  const members = ids.length === 0 ? [] : await find('members', { _id: oneOf(ids) }, { fields: nameFields })
  const byId = new Map(members.map((member) => [member._id, names.acting(member)]))
  return (id: string): string => byId.get(id) ?? register.get(id)?.name ?? ''
}

const newestFirst = (a: StoredRow, b: StoredRow): number =>
  a.on === b.on ? (a._id < b._id ? 1 : -1) : a.on < b.on ? 1 : -1

/** Rows in which something contains what is searched for, the newest day first. */
export async function searchRows(
  asked: { where: Where; search: string; from: number; template: ListTemplate },
  context: Context,
): Promise<{ rows: StoredRow[]; total: number }> {
  const { where, search, from, template } = asked
  const all = await find('listRows', where, { limit: MOST })
  const nameOf = await readNames(all, context)
  const found = all.filter(({ cells }) =>
    template.fields.some((field) => textOf(field, cells, nameOf).includes(search)),
  )
  return { rows: found.sort(newestFirst).slice(from, from + ROWS_SHOWN), total: found.length }
}
