import { mayDo } from '@domain/access/mayDo'
import { rolesOf } from '@domain/access/rolesOf'
import { type Refusal, refuse } from '@domain/contract/answer'
import type { Context, Found } from '../../entry/useCase'
import type { ImportHead } from '../../store/collections/imports'
import { readHead } from '../../store/readImport'

/** A branch or the county whose register the caller runs today: the rows are asked one by one. */
export function aboutOwn({ caller, today, tree }: Context): Found<null> | null {
  const held = rolesOf(caller, today).map(({ organisationId }) => organisationId)
  const own = held.find((branchId) => mayDo('import.read', caller, { day: today, branchId }, tree))
  return own === undefined ? null : { about: { branchId: own }, loaded: null }
}

/** Actions about an import: who started it goes on with it, nobody else, and only while there is a register to run. */
export async function aboutImport(
  { importId }: { importId: string },
  context: Context,
): Promise<Found<ImportHead> | Refusal | null> {
  const head = aboutOwn(context) && (await readHead(importId))
  return head && { about: { startedBy: head.startedBy }, loaded: head }
}

/** An import whose rows can be looked at. */
export const isRead = ({ state }: ImportHead): boolean =>
  state === 'ready' || state === 'applying' || state === 'applied'

export const notRead = refuse('try_again')
