import { judgeInstant } from '@domain/checkin/judgeInstant'
import { done, refuse } from '@domain/contract/answer'
import { arrivesWithAnother } from '@domain/fact/arrivesWithAnother'
import type { Fact } from '@domain/fact/fact'
import { dayOf } from '@domain/time/day'
import { aboutSelf } from '../entry/targets'
import { useCase } from '../entry/useCase'
import { isLinked, shownHousehold } from '../people/register/householdsOf'
import { findById } from '../store/find'
import { insertOnce } from '../store/insertOnce'
import { updateWhere } from '../store/updateWhere'
import { readByDoorCode } from './readByDoorCode'
import { visitFact } from './visitFact'
import { visitsOf } from './visitsOf'

/**
 * A visit as it stands. One that was remembered first is confirmed by the door's code scanned on the day; one that came together with another
 * day's waits for the village. Both are judged again at a resend, for the first answer may have been cut short.
 */
async function settle(stored: Fact, scanned: Fact, visits: readonly Fact[]): Promise<Fact> {
  const { _id, confirmed, recordedAt } = stored
  if (stored.annulled) return stored
  if (stored.nonce === scanned.nonce) {
    if (confirmed !== undefined || !arrivesWithAnother(stored, recordedAt, visits)) return stored
    await updateWhere('facts', { _id, confirmed: null }, { confirmed: null })
    return { ...stored, confirmed: null }
  }
  const { householdId: by = '', recordedAt: at } = scanned
  if (confirmed !== null || scanned.confirmed === null || arrivesWithAnother(scanned, at, visits))
    return stored
  await updateWhere('facts', { _id, confirmed: null, annulled: null }, { confirmed: { at, by } })
  return { ...stored, confirmed: { at, by } }
}

/**
 * Registers a visit by the door's code. The household must have been the caller's on the day of the visit. A second one on that day finds the first; a code of somebody else's door and one
 * of no door are the same refusal.
 */
export const recordVisit = useCase('household.visit', aboutSelf, async (request, context, member) => {
  const { now, tree, calendar } = context
  const { code, purposes, nonce } = request
  // A phone's clock may run a little ahead of the cloud's.
  const occurredAt = Math.min(request.occurredAt, now)
  const household = await readByDoorCode(code)
  if (!household || !isLinked(member, household._id, dayOf(occurredAt))) return refuse('not_own_household')
  const timing = judgeInstant({ of: 'visit', at: occurredAt }, now, calendar)
  const waits = !timing.ok || timing.late
  const fact = visitFact({ household, member, occurredAt, purposes, way: 'scan', waits, nonce }, now)
  const isNew = timing.ok && (await insertOnce('facts', fact)) === 'inserted'
  const first = isNew ? fact : await findById('facts', fact._id)
  // A resend may come after its month; only a first word is too late then.
  if (!first || (!timing.ok && first.nonce !== nonce)) return refuse('entry_closed')
  const before = await visitsOf(member, occurredAt, now)
  const stored = await settle(first, fact, before.recent)
  const visits = stored.confirmed === first.confirmed ? before : await visitsOf(member, occurredAt, now)
  const shown = shownHousehold(household, tree)
  return done({
    at: stored.occurredAt,
    // What this scan has confirmed is registered by it.
    again: stored.nonce !== nonce && stored.confirmed === first.confirmed,
    household: shown,
    done: visits.done,
    needed: visits.needed,
    ...(stored.confirmed === null && { waitsFor: shown.village }),
  })
})
