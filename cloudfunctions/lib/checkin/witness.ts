import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import type { Fact } from '@domain/progress/fact'
import { updateAudited, versionOf } from '../audit/audited'
import { nameForRecords } from '../caller/whoIsCalling'
import { type Context, type Found, useCase } from '../dispatch/useCase'
import { findById } from '../wx/find'

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
  const answer = done({ factId, agreed: agree })
  // The same word once more.
  if (agree ? fact.confirmed?.by === by : fact.annulled?.by === by) return answer
  const { memberId, activityId } = fact
  const about = { memberId, ...(activityId !== undefined && { activityId }) }
  const result = agree ? 'yes' : 'no'
  const telling = { what: 'witness' as const, by, at: now, ...about, result, key: versionOf(fact) }
  const where = { _id: factId, confirmed: null, annulled: null }
  return (await updateAudited(telling, 'facts', where, change)) ? answer : refuse('request_gone')
})
