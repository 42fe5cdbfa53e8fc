import { done, refuse } from '@domain/contract/answer'
import { dayOf } from '@domain/period/day'
import { aboutSelf } from '../dispatch/targets'
import { useCase } from '../dispatch/useCase'
import { findById } from '../wx/find'
import { insertOnce } from '../wx/insertOnce'
import { isLinked, shownHousehold } from './householdsOf'
import { readByDoorCode } from './readByDoorCode'
import { visitFact } from './visitFact'
import { visitsOf } from './visitsOf'

/** Milliseconds a visit may wait on the phone for network (inclusive). */
const WAITS_AT_MOST = 7 * 86_400_000

/**
 * One write. Whose household it is, is asked for the day of the visit. A second one on that day finds the first; a code of somebody else's
 * door and one of no door are the same refusal.
 */
export const visit = useCase('household.visit', aboutSelf, async (request, { now, tree }, member) => {
  const { code, purposes, nonce } = request
  // A phone's clock may run a little ahead of the cloud's.
  const occurredAt = Math.min(request.occurredAt, now)
  const household = await readByDoorCode(code)
  if (!household || !isLinked(member, household._id, dayOf(occurredAt))) return refuse('not_own_household')
  const fact = visitFact({ household, member, occurredAt, purposes, way: 'scan', nonce }, now)
  const isOld = now - occurredAt > WAITS_AT_MOST
  const isNew = !isOld && (await insertOnce('facts', fact)) === 'inserted'
  const stored = isNew ? fact : await findById('facts', fact._id)
  // A resend may come after its week; only a first word is too late then.
  if (!stored || (isOld && stored.nonce !== nonce)) return refuse('too_old')
  const visits = await visitsOf(member, occurredAt, now)
  return done({
    at: stored.occurredAt,
    again: stored.nonce !== nonce,
    household: shownHousehold(household, tree),
    done: visits.done,
    needed: visits.needed,
  })
})
