import { weightOf } from '@domain/access/oneself'
import { mayBeSecond } from '@domain/access/secondPerson'
import type { Activity } from '@domain/activity/activity'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { theoryGroupOf } from '@domain/org/theoryGroupOf'
import { updateAudited, versionOf } from '../../entry/audit/audited'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { findById } from '../../store/find'
import { answersLeave } from '../activity/answersLeave'

interface Asked {
  fact: Fact
  /** Absent: dues. */
  activity: Activity | null
}

/**
 * Whether this person may say the second word: asked by name or, where a branch or the work committee was asked, as one of those who run it; with
 * the rights of today, and neither the member nor who entered the record. At a unit's meeting whoever is asked by name sits in its 中心组.
 */
function isAsked({ fact, activity }: Asked, member: Member, context: Context): boolean {
  if (fact.kind === 'leave') return activity !== null && answersLeave(activity, fact, context)
  const { caller, today, tree } = context
  const { witnessId = '', memberId, by: enteredBy, hostId } = fact
  const asked = tree.get(witnessId)
  if (!asked && witnessId !== caller.member?._id) return false
  const isSeat =
    !asked &&
    tree.get(hostId)?.type === 'unit' &&
    caller.member &&
    theoryGroupOf([caller.member], hostId, today).length > 0
  if (isSeat) return weightOf({ what: 'witness' }, caller, { memberId, enteredBy }) === 'counts'
  const branchId = membershipOn(member, today)?.branchId ?? fact.branchId
  const askedAbove = asked !== undefined && asked.type !== 'branch'
  return mayBeSecond(caller, { memberId, branchId, enteredBy, askedAbove }, today, tree)
}

/** The record, for whoever may say the second word on it; to everybody else it is answered as if it were not there. */
async function load(
  { factId }: ParsedRequestOf<'checkin.witness'>,
  context: Context,
): Promise<Found<Asked> | null> {
  const fact = await findById('facts', factId)
  if (fact?.witnessId === undefined) return null
  const [member, activity] = await Promise.all([
    findById('members', fact.memberId),
    fact.activityId === undefined ? null : findById('activities', fact.activityId),
  ])
  if (!member || !isAsked({ fact, activity }, member, context)) return null
  return { about: { branchId: fact.branchId }, loaded: { fact, activity } }
}

/** Shown on the struck line when the second person could not confirm. */
const notConfirmed = '证明人未确认'
const notGranted = '没有同意请假'

export const witnessEntry = useCase(
  'checkin.witness',
  load,
  async ({ factId, agree }, { caller, now }, { fact, activity }) => {
    const by = nameForRecords(caller)
    const word = { at: now, by }
    const change = agree
      ? { confirmed: word }
      : { annulled: { ...word, reason: fact.kind === 'leave' ? notGranted : notConfirmed } }
    const answer = done({ factId, agreed: agree })
    // The same word once more.
    if (agree ? fact.confirmed?.by === by : fact.annulled?.by === by) return answer
    if (activity?.state === 'cancelled') return refuse('activity_cancelled', { title: activity.title })
    // The record says of everybody why they were absent.
    if (fact.kind === 'leave' && activity?.state === 'recorded') return refuse('wrong_state')
    const { memberId, activityId } = fact
    const about = { memberId, ...(activityId !== undefined && { activityId }) }
    const result = agree ? 'yes' : 'no'
    const telling = { what: 'witness' as const, by, at: now, ...about, result, key: versionOf(fact) }
    const where = { _id: factId, confirmed: null, annulled: null }
    return (await updateAudited(telling, 'facts', where, change)) ? answer : refuse('request_gone')
  },
)
