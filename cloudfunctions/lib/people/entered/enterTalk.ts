import { judgeInstant } from '@domain/checkin/judgeInstant'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import { enteredRules } from '@domain/duty/enteredRules'
import type { Fact } from '@domain/fact/fact'
import { talkId } from '@domain/fact/talkId'
import { updateAudited } from '../../entry/audit/audited'
import { readDuties } from '../../entry/cached'
import { limitEntered } from '../../entry/limit'
import { aboutBranch } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { not, oneOf } from '../../store/conditions'
import { find, findById } from '../../store/find'
import { insertOnce } from '../../store/insertOnce'
import { groupsOfCaller, talkable } from './talkable'

type Request = ParsedRequestOf<'talk.enter'>

/** It stands on the record of both; kept as that of whom it was held with, and never of who enters it. */
function talkFact(request: Request, at: number, { caller, now }: Context): Fact {
  const { branchId, on, nonce } = request
  const [memberId, withMemberId] =
    request.withId === caller.member?._id
      ? [request.memberId, request.withId]
      : [request.withId, request.memberId]
  return {
    _id: talkId(memberId, withMemberId, on),
    kind: 'talk',
    memberId,
    branchId,
    hostId: branchId,
    occurredAt: at,
    occurredOn: on,
    recordedAt: now,
    way: 'roll_call',
    by: nameForRecords(caller),
    nonce,
    detail: { withMemberId },
    updatedAt: new Date(now),
  }
}

/** Enters it, or takes it back; a change of mind is kept in the audit. */
async function change(fact: Fact, { held, nonce }: Request, { caller, now }: Context): Promise<void> {
  const { _id, memberId, branchId: placeId } = fact
  if (held && (await insertOnce('facts', fact)) === 'inserted') return
  const by = nameForRecords(caller)
  const result = held ? 'entered' : 'taken_back'
  const telling = { what: 'talk' as const, by, at: now, memberId, placeId, result, key: nonce }
  const annulled = held ? null : { at: now, by, reason: '' }
  await updateAudited(telling, 'facts', { _id, annulled: held ? not(null) : null }, { annulled })
}

/** Both belong to the branch on the day; a group leader enters what one has talked oneself, with members of the own group. Otherwise the wrong field. */
async function wrongOf({ branchId, memberId, withId, on }: Request, context: Context) {
  const me = context.caller.member?._id ?? ''
  const groups = groupsOfCaller(branchId, context)
  const members = await find('members', { _id: oneOf([memberId, withId]) })
  const known = talkable(members, { branchId, groups, me }, on).map(({ _id }) => _id)
  if (!known.includes(memberId)) return 'memberId'
  const isTheirs = memberId !== withId && (!groups || [memberId, withId].includes(me))
  return known.includes(withId) && isTheirs ? undefined : 'withId'
}

/**
 * 谈心谈话 (DUTIES row 19), the day and the two. One's own counts as well, unlike a tick: it stands on somebody else's record, who reads there that it
 * was entered (decision 8).
 */
export const enterTalk = useCase('talk.enter', aboutBranch, async (request, context, branch) => {
  const { on, held, nonce } = request
  const timing = judgeInstant({ of: 'talk', on }, context.now, context.calendar)
  if (!timing.ok) return timing
  const path = await wrongOf(request, context)
  if (path !== undefined) return refuse('invalid_request', { path })
  const rules = enteredRules(await readDuties(context.now), branch.branchType, on)
  if (held && !rules.talks) return refuse('invalid_request', { path: 'branchId' })
  const fact = talkFact(request, timing.at, context)
  const stored = await findById('facts', fact._id)
  // A resend that comes late does not bring back what has been taken back since.
  if (stored?.nonce === nonce) return done({ held })
  const refusal = await limitEntered(nameForRecords(context.caller), context.now)
  if (refusal) return refusal
  await change({ ...fact, ...(stored && { memberId: stored.memberId }) }, request, context)
  return done({ held })
})
