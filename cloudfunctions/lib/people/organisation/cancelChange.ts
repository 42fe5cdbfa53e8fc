import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import { updateAudited } from '../../entry/audit/audited'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import type { StoredChange } from '../../store/collections/organisationChanges'
import { findById } from '../../store/find'
import { aboutChange } from './aboutChange'
import { subjectOf } from './carryOut'

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
