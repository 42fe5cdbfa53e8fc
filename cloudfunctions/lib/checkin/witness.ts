import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import type { Fact } from '@domain/progress/fact'
import { writeAudit } from '../audit/writeAudit'
import { nameForRecords } from '../caller/whoIsCalling'
import { type Context, type Found, useCase } from '../dispatch/useCase'
import { findById } from '../wx/find'
import { updateWhere } from '../wx/updateWhere'

/** Only the one who was asked; a fact of someone else's is answered as if it were not there. */
async function load(
  { factId }: ParsedRequestOf<'checkin.witness'>,
  { caller }: Context,
): Promise<Found<Fact> | null> {
  const fact = await findById('facts', factId)
  if (!fact || !caller.member || fact.witnessId !== caller.member._id) return null
  return { about: { branchId: fact.branchId }, loaded: fact }
}

/** Shown on the struck line when the second person could not confirm. */
const notConfirmed = '证明人未确认'

export const witness = useCase('checkin.witness', load, async ({ factId, agree }, { caller, now }, fact) => {
  const by = nameForRecords(caller)
  const word = { at: now, by }
  const change = agree ? { confirmed: word } : { annulled: { ...word, reason: notConfirmed } }
  const changed = await updateWhere('facts', { _id: factId, confirmed: null, annulled: null }, change)
  if (!changed) return refuse('request_gone')
  const { memberId, activityId } = fact
  await writeAudit({
    what: 'witness',
    by,
    at: now,
    memberId,
    ...(activityId !== undefined && { activityId }),
    result: agree ? 'yes' : 'no',
  })
  return done({ factId, agreed: agree })
})
