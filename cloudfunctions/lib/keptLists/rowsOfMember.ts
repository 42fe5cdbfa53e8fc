import { done } from '@domain/contract/answer'
import type { MemberRow } from '@domain/contract/keptLists'
import { stateOf } from '@domain/keptLists/entry'
import { textOf } from '@domain/keptLists/lines'
import type { ListTemplate } from '@domain/keptLists/template'
import { type Context, useCase } from '../entry/useCase'
import { partFrom } from '../ground/fitting'
import { aboutMember } from '../people/register/aboutMember'
import type { StoredRow } from '../store/collections/listRows'
import { readRows } from '../store/readListRows'
import { listAllows, listsOf } from './aboutList'

/** What a row tells besides days and people: whose record it stands in is named there already, and nobody else is. */
const textIn = ({ fields }: ListTemplate, { cells }: StoredRow): string =>
  fields
    .filter(({ is }) => is !== 'day' && is !== 'person')
    .map((field) => textOf(field, cells, () => ''))
    .filter((part) => part !== '')
    .join('，')

async function lineOf(row: StoredRow, context: Context): Promise<MemberRow[]> {
  const organisation = context.register.get(row.organisationId)
  const lists = organisation ? await listsOf(organisation, context) : []
  const template = lists.find(({ id }) => id === row.list)
  if (!organisation || !template) return []
  if (!listAllows('list.rows', { organisation, listSays: template.reads }, context)) return []
  const state = stateOf(template, row)?.label
  return [
    {
      ...{ list: row.list, organisationId: row.organisationId, entryId: row._id, on: row.on },
      ...{ name: template.short, text: textIn(template, row), ...(state !== undefined && { state }) },
    },
  ]
}

/** Rows of kept lists that name a member, of those lists that the caller reads, the newest day first. */
export const rowsOfMember = useCase('list.ofMember', aboutMember, async ({ from }, context, { member }) => {
  const rows = await readRows({ memberIds: member._id, removed: null })
  const lines = await Promise.all(rows.map((row) => lineOf(row, context)))
  return done(partFrom(lines.flat(), from, {}))
})
