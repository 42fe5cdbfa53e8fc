import type { Rule } from '@domain/access/accessTable'
import { mayDo } from '@domain/access/mayDo'
import type { Action } from '@domain/contract/actions'
import type { Cell, KeptBy } from '@domain/contract/keptLists'
import type { OrganisationType } from '@domain/contract/words'
import { ownersIn } from '@domain/keptLists/entry'
import type { ListTemplate } from '@domain/keptLists/template'
import { isActiveOn } from '@domain/org/membershipOn'
import type { Organisation } from '@domain/org/organisation'
import type { Context, Found } from '../entry/useCase'
import type { StoredRow } from '../store/collections/listRows'
import { findById } from '../store/find'
import { belongsTo } from './choosable'
import { readLists } from './readLists'

const typeOf: Record<KeptBy, OrganisationType> = { branch: 'branch', unit: 'unit', county: 'work_committee' }

/** The list of an organisation. */
export interface List {
  template: ListTemplate
  organisation: Organisation
}

/** The lists an organisation keeps. */
export const listsOf = async ({ type }: Organisation, { now }: Context): Promise<ListTemplate[]> =>
  (await readLists(now)).filter(({ keptBy }) => typeOf[keptBy] === type)

/** Whether the caller may do this, where the list names these. */
export const listAllows = (
  action: Action,
  { organisation, ...about }: { organisation: Organisation; listSays: Rule; memberId?: string },
  { caller, today, tree }: Context,
): boolean => mayDo(action, caller, { day: today, branchId: organisation._id, ...about }, tree)

/** Of a row that is the caller's to do, while the caller belongs there: that it is theirs. */
export function ownRow(
  { template, organisation }: List,
  cells: readonly Cell[],
  { caller: { member }, today }: Context,
): { memberId?: string } {
  const isOwn =
    member !== undefined &&
    ownersIn(template, cells).includes(member._id) &&
    belongsTo(organisation, member, today)
  return isOwn ? { memberId: member._id } : {}
}

/** All lists of an organisation: for whoever may read one of them. */
export async function aboutLists(
  { organisationId }: { organisationId: string },
  context: Context,
): Promise<Found<{ organisation: Organisation; lists: ListTemplate[] }> | null> {
  const organisation = context.tree.get(organisationId)
  if (!organisation) return null
  const lists = await listsOf(organisation, context)
  const listSays = [...new Set(lists.flatMap(({ reads }) => reads))]
  return { about: { branchId: organisationId, listSays }, loaded: { organisation, lists } }
}

/** One list of an organisation, for whom its template names. */
const aboutList =
  (says: (template: ListTemplate) => Rule) =>
  async (
    { list, organisationId }: { list: string; organisationId: string },
    context: Context,
  ): Promise<Found<List> | null> => {
    const organisation = context.tree.get(organisationId)
    if (!organisation) return null
    const template = (await listsOf(organisation, context)).find(({ id }) => id === list)
    if (!template) return null
    const listSays = says(template)
    return { about: { branchId: organisationId, listSays }, loaded: { template, organisation } }
  }

export const toReadList = aboutList(({ reads }) => reads)

/** An organisation that is no more keeps no list: what stands there is read. */
export async function toWriteList(request: { list: string; organisationId: string }, context: Context) {
  const found = await aboutList(({ writes }) => writes)(request, context)
  return found && isActiveOn(found.loaded.organisation, context.today) ? found : null
}

/** A row that stands, for whom its list names for what is to be done with it. */
export async function aboutRow(
  entryId: string,
  context: Context,
  says: (template: ListTemplate, row: StoredRow) => Rule,
): Promise<Found<List & { row: StoredRow }> | null> {
  const row = await findById('listRows', entryId)
  if (!row) return null
  const found = await toWriteList(row, context)
  if (!found) return null
  const listSays = says(found.loaded.template, row)
  const about = { ...found.about, listSays, ...ownRow(found.loaded, row.cells, context) }
  return { about, loaded: { ...found.loaded, row } }
}

/** A row to look at, for whoever reads its list or is to do it; without one the empty form. `row`: null where the list has no such row. */
export async function toReadRow(
  request: { list: string; organisationId: string; entryId?: string | undefined },
  context: Context,
): Promise<Found<List & { row: StoredRow | null }> | null> {
  const found = await toReadList(request, context)
  if (!found) return null
  const { template, organisation } = found.loaded
  const stored = request.entryId === undefined ? null : await findById('listRows', request.entryId)
  const isOfList =
    stored?.list === template.id && stored.organisationId === organisation._id && stored.removed === null
  const row = isOfList ? stored : null
  const own = row ? ownRow(found.loaded, row.cells, context) : {}
  const listSays: Rule = [...template.reads, 'self']
  return { about: { ...found.about, listSays, ...own }, loaded: { ...found.loaded, row } }
}
