import { done, type Refusal, refuse } from '@domain/contract/answer'
import type { FreshRow } from '@domain/contract/keptLists'
import { rowSays } from '@domain/keptLists/entry'
import { hasPersonalNumber } from '@domain/keptLists/privateText'
import type { ListTemplate } from '@domain/keptLists/template'
import type { Day } from '@domain/time/day'
import { auditedMany } from '../entry/audit/audited'
import { limitNew } from '../entry/limit'
import { type Context, useCase } from '../entry/useCase'
import { nameForRecords } from '../entry/whoIsCalling'
import { idFrom } from '../ground/idFrom'
import type { StoredRow } from '../store/collections/listRows'
import { insertMany } from '../store/insertOnce'
import { readRows } from '../store/readListRows'
import { type List, toWriteList } from './aboutList'
import { madeOf, refusalOf, tellingOf } from './saveRow'

/** Only what may become of a row by its list can have become of it before; nothing later than today. */
function wrongState(
  { states = [], moves = [] }: ListTemplate,
  { state, stateOn, answer }: FreshRow,
  today: Day,
): Refusal | null {
  if (state !== undefined && !states.some(({ id }) => id === state))
    return refuse('invalid_request', { path: 'state' })
  if (stateOn !== undefined && stateOn > today) return refuse('invalid_request', { path: 'stateOn' })
  const isAsked = moves.some(({ asks }) => asks !== undefined)
  if (answer === undefined) return null
  if (!isAsked) return refuse('invalid_request', { path: 'answer' })
  return hasPersonalNumber(answer) ? refuse('private_inside', { path: 'answer' }) : null
}

function storedOf(
  fresh: FreshRow,
  _id: string,
  { template, organisation }: List,
  { caller, now, today }: Context,
): Omit<StoredRow, 'updatedAt'> {
  const first = template.states?.[0]?.id ?? ''
  const { state = first, stateOn = today, answer } = fresh
  return {
    ...{ _id, list: template.id, organisationId: organisation._id },
    ...madeOf(template, fresh.cells, now),
    ...{ state, stateOn, isCurrent: state === first, ...(answer !== undefined && { answer }) },
    ...{ version: 1, savedAs: _id, by: nameForRecords(caller), at: now, removed: null },
  }
}

/** Of rows that say the same the first; none that another row of the list says already. */
function onlyNew<R extends Pick<StoredRow, 'cells'>>(rows: readonly R[], others: readonly StoredRow[]): R[] {
  const said = new Set(others.map(({ cells }) => rowSays(cells)))
  return rows.filter(({ cells }) => {
    const says = rowSays(cells)
    if (said.has(says)) return false
    said.add(says)
    return true
  })
}

/** 写入: rows of a file, all in one request and told one by one. A resend finds its own. */
export const saveRows = useCase('list.saveMany', toWriteList, async ({ rows, nonce }, context, list) => {
  const { caller, now, today } = context
  const { template, organisation } = list
  const refusal =
    rows.map((row) => wrongState(template, row, today)).find((one) => one !== null) ??
    (await refusalOf(
      rows.map(({ cells }) => cells),
      { before: null, list },
      context,
    ))
  if (refusal) return refusal
  const idOf = (index: number) => idFrom(caller.openId, `${nonce} ${index}`)
  const tooMany = await limitNew('listRows', idOf(0), 'list_file', { openId: caller.openId, now })
  if (tooMany) return tooMany
  // Those of one day stand as they did in the file.
  const made = rows.map((row, index) => ({
    ...storedOf(row, idOf(index), list, context),
    at: now + index,
  }))
  const ids = new Set(made.map(({ _id }) => _id))
  const where = { organisationId: organisation._id, list: template.id, removed: null }
  const others = (await readRows(where)).filter(({ _id }) => !ids.has(_id))
  const fresh = onlyNew(made, others)
  const tellings = new Map(
    fresh.map((row) => [row._id, tellingOf(row, { result: 'added', nonce: `${nonce} ${row._id}` }, context)]),
  )
  await auditedMany(tellings, 'listRows', async (rowIds) => {
    await insertMany(
      'listRows',
      fresh.map((row) => ({ ...row, audited: [rowIds.get(row._id) ?? ''] })),
    )
    return new Set(tellings.keys())
  })
  return done({ added: fresh.length, same: rows.length - fresh.length })
})
