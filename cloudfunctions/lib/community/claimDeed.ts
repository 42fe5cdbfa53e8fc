import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Outcome, refuse } from '@domain/contract/answer'
import type { Fact } from '@domain/fact/fact'
import { mayMoveDeed } from '@domain/fact/mayMoveDeed'
import type { Member } from '@domain/org/member'
import { communityIdsOn } from '@domain/org/communities'
import { limitNew } from '../entry/limit'
import { aboutSelf } from '../entry/targets'
import { type Context, type Found, useCase } from '../entry/useCase'
import { AppError } from '../ground/AppError'
import { idFrom } from '../ground/idFrom'
import { isLinked } from '../people/register/registerChoices'
import { findById } from '../store/find'
import { insertOnce } from '../store/insertOnce'
import { updateWhere } from '../store/updateWhere'
import { freshDeed } from './freshDeed'
import { ownState, showDeed } from './listDeeds'

type Request = ParsedRequestOf<'deed.claim'>
type For = Pick<Fact, 'hostId' | 'householdId'>

/** For whom it is done, and so who will confirm it: one's own community, or the village of one's own household. */
async function beneficiaryOf(
  request: Request,
  member: Member,
  { today, tree }: Context,
): Promise<Outcome<For>> {
  const { beneficiary, householdId } = request
  if (beneficiary === 'community') {
    const [communityId] = communityIdsOn(member, today)
    const isThere = communityId !== undefined && tree.has(communityId)
    return isThere ? done({ hostId: communityId }) : refuse('invalid_request', { path: 'beneficiary' })
  }
  if (householdId === undefined) return refuse('invalid_request', { path: 'householdId' })
  const household = isLinked(member, householdId, today) && (await findById('households', householdId))
  return household ? done({ hostId: household.villageId, householdId }) : refuse('not_own_household')
}

/** 认领. A resend finds the deed as it stands now. */
export const claimDeed = useCase('deed.claim', aboutSelf, async (request, context, member) => {
  const whom = await beneficiaryOf(request, member, context)
  if (!whom.ok) return whom
  const { householdId: _, ...said } = request
  const of = { _id: idFrom(context.caller.openId, request.nonce), ...said, ...whom.data }
  const fact = freshDeed(of, member, context)
  const refusal = await limitNew('facts', fact._id, 'deed', {
    openId: context.caller.openId,
    now: context.now,
  })
  if (refusal) return refusal
  const isNew = (await insertOnce('facts', fact)) === 'inserted'
  const stored = isNew ? fact : await findById('facts', fact._id)
  if (!stored) throw new AppError('lost_record', `${fact._id}: a duplicate that cannot be read back`)
  return done({ deed: await showDeed(stored, member, context) })
})

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
  const answer = async (moved: Fact) => done({ deed: await showDeed(moved, member, context) })
  const from = ownState(fact)
  if (confirmed || fact.annulled) return refuse('wrong_state')
  if (from === to) return answer(fact)
  if (!mayMoveDeed(from, to)) return refuse('wrong_state')
  const { finishedAt: _, returnedAt: __, ...rest } = detail
  const changed: Record<string, string> = { ...rest, state: to }
  if (to === 'finished') changed.finishedAt = String(context.now)
  // Someone may be confirming it at this very moment.
  const where = { _id, confirmed: null, annulled: null, 'detail.state': detail.state ?? null }
  if (!(await updateWhere('facts', where, { detail: changed }))) return refuse('wrong_state')
  return answer({ ...fact, detail: changed })
})
