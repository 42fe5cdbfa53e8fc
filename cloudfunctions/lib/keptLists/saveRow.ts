import type { Cell } from '@domain/contract/keptLists'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Refusal, refuse } from '@domain/contract/answer'
import { strangersIn, wrongCell } from '@domain/keptLists/checkCells'
import { dayOfRow, dueOf, peopleIn } from '@domain/keptLists/entry'
import { privateCell } from '@domain/keptLists/privateText'
import type { ListTemplate } from '@domain/keptLists/template'
import { dayOf } from '@domain/time/day'
import { insertAudited, type Telling, updateAudited } from '../entry/audit/audited'
import { limitNew } from '../entry/limit'
import { type Context, useCase } from '../entry/useCase'
import { nameForRecords } from '../entry/whoIsCalling'
import { idFrom } from '../ground/idFrom'
import type { StoredRow } from '../store/collections/listRows'
import { findById } from '../store/find'
import { type List, toWriteList } from './aboutList'
import { choosableBranches, readChoosable } from './choosable'

type Request = ParsedRequestOf<'list.save'>

/** What of a row is made of its cells. `at`: when it was entered (ms). */
export const madeOf = (template: ListTemplate, cells: Cell[], at: number) => ({
  cells,
  memberIds: peopleIn(template, cells),
  on: dayOfRow(template, cells, dayOf(at)),
  dueOn: dueOf(template, cells),
})

/** What an audit row tells: which list, the day and who is named; no text. */
export const tellingOf = (
  {
    list,
    organisationId: placeId,
    memberIds,
    on,
  }: Pick<StoredRow, 'list' | 'organisationId' | 'memberIds' | 'on'>,
  { result, nonce, to }: { result: string; nonce: string; to?: object },
  { caller, now }: Context,
): Telling => ({
  ...{ what: 'list', by: nameForRecords(caller), at: now, placeId, result, key: nonce },
  ...(memberIds.length === 1 && memberIds[0] !== undefined && { memberId: memberIds[0] }),
  to: { list, on, memberIds, ...to },
})

/** Why rows cannot be kept in a list as they are; null: they can. `before`: the one that is written over. */
export async function refusalOf(
  rows: readonly Cell[][],
  { before, list }: { before: StoredRow | null; list: List },
  context: Context,
): Promise<Refusal | null> {
  for (const cells of rows) {
    const path = wrongCell(list.template, cells, context.today)
    if (path !== null) return refuse('invalid_request', { path })
    const inside = privateCell(cells)
    if (inside !== undefined) return refuse('private_inside', { path: inside })
  }
  const people = await readChoosable(list, context)
  const choosable = {
    // Whoever has left since stays in a row that named them.
    person: new Set([...people.map(({ _id }) => _id), ...(before?.memberIds ?? [])]),
    branch: new Set(choosableBranches(list, context).map(({ _id }) => _id)),
  }
  const isStrange = (cells: Cell[]) => strangersIn(list.template, cells, choosable).length > 0
  return rows.some(isStrange) ? refuse('not_in_branch') : null
}

async function add(request: Request, { template, organisation }: List, context: Context) {
  const { caller, now, today } = context
  const _id = idFrom(caller.openId, request.nonce)
  const refusal = await limitNew('listRows', _id, 'list_row', { openId: caller.openId, now })
  if (refusal) return refusal
  const row = {
    ...{ _id, list: template.id, organisationId: organisation._id },
    ...madeOf(template, request.cells, now),
    ...{ state: template.states?.[0]?.id ?? '', stateOn: today, isCurrent: true },
    ...{ version: 1, savedAs: _id, by: nameForRecords(caller), at: now, removed: null },
  }
  await insertAudited(tellingOf(row, { result: 'added', nonce: request.nonce }, context), 'listRows', row)
  return done({ id: _id, version: 1 })
}

async function change(request: Request, before: StoredRow, { template }: List, context: Context) {
  const { _id, version } = before
  const savedAs = idFrom(context.caller.openId, request.nonce)
  if (before.savedAs === savedAs) return done({ id: _id, version })
  const made = madeOf(template, request.cells, before.at)
  const telling = tellingOf({ ...before, ...made }, { result: 'changed', nonce: request.nonce }, context)
  const where = { _id, version: request.version, removed: null }
  const isSaved = await updateAudited(telling, 'listRows', where, { ...made, version: version + 1, savedAs })
  return isSaved ? done({ id: _id, version: version + 1 }) : refuse('row_changed')
}

/** A row is added, or changed as it was looked at. A resend finds its own. */
export const saveRow = useCase('list.save', toWriteList, async (request, context, list) => {
  const { entryId, version } = request
  const before = entryId === undefined ? null : await findById('listRows', entryId)
  const isOfList = before?.list === list.template.id && before.organisationId === list.organisation._id
  if (entryId !== undefined && !isOfList) return refuse('invalid_request', { path: 'entryId' })
  // Without it nothing says that what is written over is what was looked at.
  if (before && version === undefined) return refuse('invalid_request', { path: 'version' })
  const refusal = await refusalOf([request.cells], { before, list }, context)
  if (refusal) return refusal
  return before ? change(request, before, list, context) : add(request, list, context)
})
