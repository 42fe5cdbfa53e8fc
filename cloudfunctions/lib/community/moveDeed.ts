import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import type { Fact } from '@domain/fact/fact'
import { mayMoveDeed } from '@domain/fact/mayMoveDeed'
import type { Member } from '@domain/org/member'
import { type Context, type Found, useCase } from '../entry/useCase'
import { householdsOf } from '../people/register/householdsOf'
import { findById } from '../store/find'
import { updateWhere } from '../store/updateWhere'
import { ownState, shownDeed } from './shownDeed'

interface Own {
  member: Member
  fact: Fact
}

/** One's own deed; anybody else's is answered as if it were not there. */
async function load(
  { deedId }: ParsedRequestOf<'deed.move'>,
  { caller: { member } }: Context,
): Promise<Found<Own> | null> {
  const fact = member && (await findById('facts', deedId))
  if (!member || fact?.kind !== 'deed' || fact.memberId !== member._id) return null
  return { about: { memberId: member._id }, loaded: { member, fact } }
}

/** 办结, taking that back, or dropping it. Asking for the state it is in is answered as done. */
export const moveDeed = useCase('deed.move', load, async ({ to }, context, { member, fact }) => {
  const { _id, confirmed, detail = {} } = fact
  const households = fact.householdId === undefined ? [] : await householdsOf(member, context)
  const answer = (moved: Fact) => done({ deed: shownDeed(moved, households, context.tree) })
  const from = ownState(fact)
  if (confirmed || fact.annulled) return refuse('wrong_state')
  if (from === to) return answer(fact)
  if (!mayMoveDeed(from, to)) return refuse('wrong_state')
  const { finishedAt: _, ...rest } = detail
  const changed: Record<string, string> = { ...rest, state: to }
  if (to === 'finished') changed.finishedAt = String(context.now)
  // Someone may be confirming it at this very moment.
  const where = { _id, confirmed: null, annulled: null, 'detail.state': detail.state ?? null }
  if (!(await updateWhere('facts', where, { detail: changed }))) return refuse('wrong_state')
  return answer({ ...fact, detail: changed })
})
