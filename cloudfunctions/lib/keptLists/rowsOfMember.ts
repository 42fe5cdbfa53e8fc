import { done } from '@domain/contract/answer'
import type { MemberRow } from '@domain/contract/keptLists'
import { stateOf } from '@domain/keptLists/entry'
import { textOf } from '@domain/keptLists/lines'
import type { ListTemplate } from '@domain/keptLists/template'
import type { Member } from '@domain/org/member'
import { type Context, type Found, useCase } from '../entry/useCase'
import { partFrom } from '../ground/fitting'
import { aboutMember, type MemberOfBranch } from '../people/register/aboutMember'
import type { StoredRow } from '../store/collections/listRows'
import { readRows } from '../store/readListRows'
import { listAllows, listsOf } from './aboutList'
import { belongsTo } from './choosable'

/** What a row tells besides days and people: whose record it stands in is named there already, and nobody else is. */
const textIn = ({ fields }: ListTemplate, { cells }: StoredRow): string =>
  fields
    .filter(({ is }) => is !== 'day' && is !== 'person')
    .map((field) => textOf(field, cells, () => ''))
    .filter((part) => part !== '')
    .join('，')

interface Of {
  member: Member
  /** Only what stands on the member's card. */
  card: boolean
}

async function lineOf(row: StoredRow, { member, card }: Of, context: Context): Promise<MemberRow[]> {
  const organisation = context.register.get(row.organisationId)
  const lists = organisation ? await listsOf(organisation, context) : []
  const template = lists.find(({ id }) => id === row.list)
  if (!organisation || !template) return []
  const { reads: listSays } = template
  // What was shown at a window of a branch one has left is not shown any more.
  const isThere = belongsTo(organisation, member, context.today)
  const about = { organisation, listSays, ...(isThere && { memberId: member._id }) }
  if (!listAllows('list.rows', about, context)) return []
  if (card && !(listSays.includes('self') && row.isCurrent && isThere)) return []
  const state = stateOf(template, row)?.label
  return [
    {
      ...{ list: row.list, organisationId: row.organisationId, entryId: row._id, on: row.on },
      ...{ name: template.short, text: textIn(template, row), ...(state !== undefined && { state }) },
    },
  ]
}

async function aboutNamed(
  request: { memberId: string },
  context: Context,
): Promise<Found<MemberOfBranch> | null> {
  const found = await aboutMember(request, context)
  return found && { ...found, about: { ...found.about, memberId: request.memberId } }
}

/** Rows of kept lists that name a member, of those lists that the caller reads, the newest day first. */
export const rowsOfMember = useCase(
  'list.ofMember',
  aboutNamed,
  async ({ from, card = false }, context, { member }) => {
    const rows = await readRows({ memberIds: member._id, removed: null })
    const lines = await Promise.all(rows.map((row) => lineOf(row, { member, card }, context)))
    return done(partFrom(lines.flat(), from, {}))
  },
)
