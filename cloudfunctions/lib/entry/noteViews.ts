import { accessTable } from '@domain/access/accessTable'
import { rolesOf } from '@domain/access/rolesOf'
import { type Viewed, viewTable } from '@domain/access/viewTable'
import type { Action } from '@domain/contract/actions'
import type { Role } from '@domain/contract/identity'
import { branchOf, isUnder } from '@domain/org/tree'
import { AppError } from '../ground/AppError'
import { inTurns } from '../ground/inTurns'
import { someOf, type ViewedAs } from '../store/collections/views'
import { adding, addingAll, not } from '../store/conditions'
import { insertOnce } from '../store/insertOnce'
import { updateWhere } from '../store/updateWhere'
import type { Context } from './useCase'
import { viewerIdOf } from './whoIsCalling'

/** Milliseconds a warm function remembers that it has noted a view. */
const remembered = 600_000
const noted = new Map<string, number>()

function isNoted(key: string, now: number): boolean {
  const at = noted.get(key)
  return at !== undefined && Math.abs(now - at) < remembered
}

function remember(key: string, now: number): void {
  if (noted.size > 5000) noted.clear()
  noted.set(key, now)
}

/** A look at up to this many members of a branch is noted one by one; at more it is noted as one at the whole branch, so that the row stays small. */
const ONE_BY_ONE = 30
/** Branches noted at a time; the county's export shows all of them. */
const WIDTH = 15

/** The role by which somebody is shown members of a branch: one over it or in it, else one that opens the action, else as a member. */
function seenAs(action: Action, branchId: string, { caller, today, tree }: Context): ViewedAs {
  const roles = rolesOf(caller, today)
  const opens = ({ role }: { role: Role }) => accessTable[action].some((who) => who === role)
  const held =
    roles.find(
      ({ role, organisationId }) => role !== 'group_leader' && isUnder(tree, branchId, organisationId),
    ) ??
    roles.find(({ organisationId }) => branchOf(tree, organisationId) === branchId) ??
    roles.find(opens) ??
    roles[0]
  return held?.role ?? 'member'
}

interface Look {
  action: Action
  what: Viewed
  branchId: string
  memberIds: ReadonlySet<string>
}

/** One write at the first look of a day, none for the next ten minutes. */
async function note({ action, what, branchId, memberIds }: Look, context: Context): Promise<void> {
  const { caller, today, now } = context
  const viewerId = viewerIdOf(caller)
  const _id = `${viewerId}_${branchId}_${today}`
  const some = memberIds.size > ONE_BY_ONE ? [] : [...memberIds].sort().map((id) => someOf(what, id))
  const key = `${_id} ${what} ${some.join()}`
  if (isNoted(key, now)) return
  const role = seenAs(action, branchId, context)
  const whole = some.length === 0 ? [what] : []
  const view = { _id, viewerId, role, branchId, on: today, at: now, what: whole, some }
  if ((await insertOnce('views', view)) === 'duplicate') {
    if (some.length === 0) await updateWhere('views', { _id, what: not(what) }, { what: adding(what) })
    else await updateWhere('views', { _id }, { some: addingAll(some) })
  }
  remember(key, now)
}

/**
 * Keeps that the caller was shown members: once for a viewer, branch and day, with what was looked at. Before the answer leaves, so that no name
 * goes out without it; one that holds names its row in viewTable does not know of is a fault.
 */
export async function noteViews(action: Action, context: Context): Promise<void> {
  const { shown } = context.names
  if (shown.size === 0) return
  const what = viewTable[action]
  if (what === null) throw new AppError('unlisted_names', action)
  await inTurns([...shown], WIDTH, ([branchId, memberIds]) =>
    note({ action, what, branchId, memberIds }, context),
  )
}
