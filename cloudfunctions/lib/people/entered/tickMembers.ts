import { weightOf } from '@domain/access/oneself'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import type { Fact } from '@domain/fact/fact'
import { dayOf, endOfDay } from '@domain/time/day'
import { updateAudited } from '../../entry/audit/audited'
import { limitEntered } from '../../entry/limit'
import { aboutBranch } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { inTurns } from '../../ground/inTurns'
import { askedAt } from '../register/secondPersons'
import { awaited, not, oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { insertOnce } from '../../store/insertOnce'
import { isOpenFor, readTickable, readTicked, type Ticked, tickId } from './ticksOf'

type Request = ParsedRequestOf<'deed.tick'> & Ticked

/** Rows written side by side: a whole branch at once is a few rounds. */
const WIDTH = 8

/** It lies in its period though it is entered after it. */
function tickFact(memberId: string, request: Request, { caller, now }: Context): Fact {
  const { branchId, nonce, dutyId, period } = request
  const occurredAt = Math.min(now, endOfDay(period.to) - 1)
  return {
    _id: tickId(request, memberId),
    kind: 'tick',
    dutyId,
    periodKey: period.key,
    memberId,
    branchId,
    hostId: branchId,
    occurredAt,
    occurredOn: dayOf(occurredAt),
    recordedAt: now,
    way: 'roll_call',
    by: nameForRecords(caller),
    nonce,
    updatedAt: new Date(now),
  }
}

/** One's own tick is kept and waits for somebody else's. */
async function secondFor(memberId: string, { branchId }: Request, context: Context) {
  if (weightOf({ what: 'dues' }, context.caller, { memberId }) !== 'waits') return null
  return { confirmed: null, witnessId: await askedAt(branchId, memberId, context) }
}

/** Ticks or takes a tick back; true when that changed something. A change of mind is kept in the audit. */
async function change(memberId: string, request: Request, context: Context): Promise<boolean> {
  const { caller, now } = context
  const { branchId, ticked } = request
  const second = ticked ? await secondFor(memberId, request, context) : null
  const fact = { ...tickFact(memberId, request, context), ...second }
  const { _id } = fact
  const by = nameForRecords(caller)
  if (ticked && (await insertOnce('facts', fact)) === 'inserted') return true
  const result = ticked ? 'ticked' : 'taken_back'
  const about = { memberId, placeId: branchId, result, key: request.nonce }
  const telling = { what: 'dues' as const, by, at: now, ...about }
  if (!ticked)
    return updateAudited(telling, 'facts', { _id, annulled: null }, { annulled: { at: now, by, reason: '' } })
  const again = { annulled: null, ...(second ?? { confirmed: undefined, witnessId: undefined }) }
  if (await updateAudited(telling, 'facts', { _id, annulled: not(null) }, again)) return true
  if (second) return false
  const waiting = { _id, annulled: null, confirmed: awaited() }
  return updateAudited(telling, 'facts', waiting, { confirmed: { at: now, by } })
}

/** Ids of those whose tick is not as asked for yet; the others cost no write. A tick that waits for a second person is to be confirmed by anybody else's. */
async function toChange(request: Request, { caller }: Context): Promise<string[]> {
  const { memberIds, ticked } = request
  const ids = memberIds.map((memberId) => tickId(request, memberId))
  const facts = await find(
    'facts',
    { _id: oneOf(ids), annulled: null },
    { limit: 1000, fields: ['memberId', 'confirmed'] },
  )
  const isOpen = ({ memberId, confirmed }: Pick<Fact, 'memberId' | 'confirmed'>) =>
    ticked && confirmed === null && memberId !== caller.member?._id
  const have = new Set(facts.filter((fact) => !isOpen(fact)).map(({ memberId }) => memberId))
  return [...new Set(memberIds)].filter((memberId) => have.has(memberId) !== ticked)
}

export const tickMembers = useCase('deed.tick', aboutBranch, async (asked, context, branch) => {
  const { memberIds } = asked
  const ticked = await readTicked(asked, branch, context.now)
  if (!ticked) return refuse('invalid_request', { path: 'dutyId' })
  if (!isOpenFor(ticked.period, context)) return refuse('entry_closed')
  const request = { ...asked, ...ticked }
  const [members, left] = await Promise.all([
    readTickable(branch._id, ticked.period, context.now),
    toChange(request, context),
  ])
  const known = new Set(members.map(({ _id }) => _id))
  if (!memberIds.every((memberId) => known.has(memberId)))
    return refuse('invalid_request', { path: 'memberIds' })
  const refusal = await limitEntered(nameForRecords(context.caller), context.now)
  if (refusal) return refusal
  let changed = 0
  await inTurns(left, WIDTH, async (memberId) => {
    if (await change(memberId, request, context)) changed += 1
  })
  return done({ changed })
})
