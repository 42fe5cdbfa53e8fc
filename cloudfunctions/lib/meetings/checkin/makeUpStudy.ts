import type { Activity } from '@domain/activity/activity'
import { attendanceId } from '@domain/checkin/attendance'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Outcome, refuse } from '@domain/contract/answer'
import type { Named } from '@domain/contract/shared'
import type { Confirmation, Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { audited, mark } from '../../entry/audit/audited'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { findWitness, witnessPlace } from '../../people/register/secondPersons'
import { not } from '../../store/conditions'
import { find, findById } from '../../store/find'
import { insertOnce } from '../../store/insertOnce'
import { updateWhere } from '../../store/updateWhere'
import { isEntered, isStudyOf, makeUpId, needsNobody } from './missedStudy'

type Request = ParsedRequestOf<'checkin.makeUp'>

/** Whom the make-up is about, with the rights of the branch and group the member is in today. */
async function load({ memberId }: Request, { caller, today }: Context): Promise<Found<Member> | null> {
  const member = caller.member?._id === memberId ? caller.member : await findById('members', memberId)
  if (!member) return null
  const { branchId, groupId } = membershipOn(member, today) ?? {}
  const about = { memberId, ...(branchId && { branchId }), ...(groupId && { groupId }) }
  return { about, loaded: member }
}

/** The second person's part: named and running the member's branch, unless nobody has to be asked. */
async function witnessFor(
  { witnessId, memberId }: Request,
  activity: Activity,
  member: Member,
  context: Context,
): Promise<Outcome<Named>> {
  const { caller, today } = context
  if (witnessId === undefined) return refuse('backfill_needs_witness')
  if (witnessId === memberId || witnessId === caller.member?._id) return refuse('witness_is_self')
  const witness = await findWitness(witnessId, witnessPlace(activity, member, today), context)
  return witness ? done(witness) : refuse('invalid_request', { path: 'witnessId' })
}

function makeUpFact(activity: Activity, member: Member, { nonce }: Request, context: Context): Fact {
  const { caller, now, today } = context
  return {
    _id: makeUpId(activity._id, member._id),
    kind: 'make_up',
    memberId: member._id,
    branchId: membershipOn(member, today)?.branchId ?? activity.branchId,
    hostId: activity.hostId,
    activityId: activity._id,
    activityKind: 'study',
    occurredAt: now,
    occurredOn: today,
    recordedAt: now,
    way: needsNobody(member, context) ? 'roll_call' : 'self',
    by: nameForRecords(caller),
    nonce,
    updatedAt: new Date(now),
  }
}

type Word = { confirmed: Confirmation } | { confirmed: null; witnessId: string }

/** One that the second person declined may be asked for again; the key is the same and so is the record. */
function enter(fact: Fact, word: Word): Promise<boolean> {
  const { _id, nonce, by, memberId, activityId = '' } = fact
  const result = word.confirmed ? 'entered' : 'asked'
  const telling = {
    what: 'make_up' as const,
    by,
    at: fact.recordedAt,
    memberId,
    activityId,
    result,
    key: nonce,
  }
  return audited(telling, { name: 'facts', ids: [_id] }, async (id) => {
    const marked = { ...fact, ...word, audited: [id] }
    if ((await insertOnce('facts', marked)) === 'inserted') return true
    const again = { witnessId: undefined, ...word, nonce, by, annulled: null, ...mark(id) }
    return updateWhere('facts', { _id, annulled: not(null) }, again)
  })
}

/** 补学: counts like having been there, once the branch has said yes, and stays marked. */
export const makeUpStudy = useCase('checkin.makeUp', load, async (request, context, member) => {
  const { activityId, memberId, nonce } = request
  const { now } = context
  const [activity, found] = await Promise.all([
    findById('activities', activityId),
    find('facts', { activityId, memberId }, { limit: 10 }),
  ])
  const factOf = (id: string) => found.find(({ _id }) => _id === id)
  if (!activity || !isStudyOf(activity, member, now)) return refuse('not_a_missed_study')
  if (isEntered(factOf(attendanceId(activityId, memberId)))) return refuse('not_a_missed_study')
  const witness = needsNobody(member, context) ? null : await witnessFor(request, activity, member, context)
  if (witness && !witness.ok) return witness
  const fact = makeUpFact(activity, member, request, context)
  const answer = done({ memberId, ...(witness && { waitsFor: witness.data.name }) })
  const existing = factOf(fact._id)
  if (existing?.nonce === nonce) return answer
  const word: Word = witness
    ? { confirmed: null, witnessId: witness.data.id }
    : { confirmed: { at: now, by: fact.by } }
  if (isEntered(existing) || !(await enter(fact, word))) {
    const stored = await findById('facts', fact._id)
    return stored?.nonce === nonce
      ? answer
      : refuse('already_registered', { firstAt: stored?.occurredAt ?? now })
  }
  return answer
})
