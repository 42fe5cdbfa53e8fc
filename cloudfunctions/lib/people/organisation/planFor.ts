import { movesOneself } from '@domain/access/movesOneself'
import type { Person } from '@domain/access/person'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import type { OrganisationChange } from '@domain/contract/organisation'
import type { ChangeRefusal } from '@domain/contract/words'
import type { Planned, Situation } from '@domain/org/change/change'
import { clashes } from '@domain/org/change/concernedIn'
import { planChange } from '@domain/org/change/planChange'
import type { Member } from '@domain/org/member'
import { addDays, type Day } from '@domain/time/day'
import { updateAudited } from '../../entry/audit/audited'
import { beneath } from '../../entry/targets'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import type { StoredChange } from '../../store/collections/organisationChanges'
import { find, findById } from '../../store/find'
import { MOST_WAITING } from '../../store/readInPages'
import { subjectOf } from './carryOut'
import { readConcerned } from './readConcerned'
import { readRegisterNow } from './readRegisterNow'

/**
 * Whose business a change of the tree is: what stands under a branch (groups) is that branch's, everything else the county's. Of a merge the
 * place merged into decides; those merged into it are not asked about here.
 */
export function aboutChange(change: OrganisationChange, { register, tree }: Context): Found<null> | null {
  if (change.what === 'found') {
    if (change.parentId !== null && !tree.has(change.parentId)) return null
    return { about: beneath(change.parentId, tree), loaded: null }
  }
  const node = register.get(change.organisationId)
  return node ? { about: beneath(node.parentId, tree), loaded: null } : null
}

/** Days a change may be planned ahead. */
const AHEAD = 366

/** A change as it would be carried out, and what it was planned from. */
export interface PlannedFor {
  situation: Situation
  plan: Planned
}

/**
 * Plans a change before anything is written, so that most refusals are said here. Refused with change_waiting while another change about the same
 * organisation waits for its day: that one comes first, or is cancelled.
 * Refused with needs_second_person where it moves oneself alone (movesOneself).
 */
export async function planFor(
  change: OrganisationChange,
  { on, today, newId, caller }: { on: Day; today: Day; newId: string; caller: Person },
  also: (tree: Situation['tree']) => Promise<readonly Member[]> = () => Promise.resolve([]),
): Promise<PlannedFor | ChangeRefusal | 'change_waiting' | 'needs_second_person'> {
  if (on < today || on > addDays(today, AHEAD)) return 'wrong_times'
  const waiting = await find('organisationChanges', { state: 'waiting' }, { limit: MOST_WAITING })
  if (waiting.some((other) => other._id !== newId && clashes(other.change, change))) return 'change_waiting'
  const tree = await readRegisterNow()
  const [concerned, others] = await Promise.all([readConcerned(change, tree, newId), also(tree)])
  const members = [...new Map([...others, ...concerned].map((member) => [member._id, member])).values()]
  const situation = { tree, members, on, newId }
  const plan = planChange(change, situation)
  if (typeof plan === 'string') return plan
  return movesOneself(change, caller, situation, plan) ? 'needs_second_person' : { situation, plan }
}

type Request = ParsedRequestOf<'organisation.cancelChange'>

async function load({ changeId }: Request, context: Context): Promise<Found<StoredChange> | null> {
  const stored = await findById('organisationChanges', changeId)
  const found = stored && aboutChange(stored.change, context)
  return found && { about: found.about, loaded: stored }
}

/** Until its day a change is taken back as if it had never been asked for: nothing of it is written yet. */
export const cancelChange = useCase('organisation.cancelChange', load, async (_request, context, stored) => {
  const { caller, now, today } = context
  const { _id, change, on, state } = stored
  if (state === 'cancelled') return done({ changeId: _id })
  // On its day it may not have been carried out yet, and is in force all the same.
  if (on <= today) return refuse('change_in_force')
  const telling = {
    what: 'organisation' as const,
    by: nameForRecords(caller),
    at: now,
    placeId: subjectOf(stored),
    result: `cancelled:${change.what}:${on}`,
    key: `cancel ${_id}`,
  }
  const where = { _id, state: 'waiting' }
  const isCancelled = await updateAudited(telling, 'organisationChanges', where, { state: 'cancelled' })
  if (!isCancelled) return refuse('change_in_force')
  return done({ changeId: _id })
})
