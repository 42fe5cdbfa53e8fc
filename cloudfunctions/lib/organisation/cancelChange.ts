import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import { writeAudit } from '../audit/writeAudit'
import { nameForRecords } from '../caller/whoIsCalling'
import { type Context, type Found, useCase } from '../dispatch/useCase'
import { findById } from '../wx/find'
import { updateWhere } from '../wx/updateWhere'
import { aboutChange } from './aboutChange'
import { subjectOf } from './carryOut'
import type { StoredChange } from './storedChange'

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
  if (!(await updateWhere('organisationChanges', { _id, state: 'waiting' }, { state: 'cancelled' })))
    return refuse('change_in_force')
  const result = `cancelled:${change.what}:${on}`
  await writeAudit({
    what: 'organisation',
    by: nameForRecords(caller),
    at: now,
    placeId: subjectOf(stored),
    result,
  })
  return done({ changeId: _id })
})
