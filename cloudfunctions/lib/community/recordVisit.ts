import { readCode } from '@domain/checkin/code'
import { judgeInstant } from '@domain/checkin/judgeInstant'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import { arrivesWithAnother } from '@domain/fact/arrivesWithAnother'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { dayOf, startOfDay } from '@domain/time/day'
import { aboutSelf } from '../entry/targets'
import { useCase } from '../entry/useCase'
import { codePrefix } from '../ground/codePrefix'
import { isLinked, shownHousehold } from '../people/register/registerChoices'
import type { Household } from '../store/collections/households'
import { find, findById } from '../store/find'
import { insertOnce } from '../store/insertOnce'
import { updateWhere } from '../store/updateWhere'
import { visitsOf } from './visitsOf'

/** The household of a door code. What is no door code is looked up all the same: how long the answer takes tells nothing. */
export async function readByDoorCode(text: string): Promise<Household | null> {
  const read = readCode(text, codePrefix())
  const doorCode = read?.type === 'household' ? read.doorCode : ''
  const [household] = await find('households', { doorCode }, { limit: 1 })
  return household ?? null
}

interface Entry {
  household: Household
  member: Member
  occurredAt: number
  purposes: ParsedRequestOf<'household.visit'>['purposes']
  way: 'scan' | 'backfill'
  /** The village is asked before it counts. */
  waits: boolean
  nonce: string
}

export const visitId = (householdId: string, memberId: string, day: string): string =>
  `${householdId}_${memberId}_${day}`

/** The record of a visit: who, which household, when, what for. Nothing of the family has a field. */
export function visitFact(entry: Entry, now: number): Fact {
  const { household, member, occurredAt, purposes, way, waits, nonce } = entry
  const occurredOn = dayOf(occurredAt)
  return {
    _id: visitId(household._id, member._id, occurredOn),
    kind: 'visit',
    memberId: member._id,
    branchId: membershipOn(member, occurredOn)?.branchId ?? '',
    hostId: household.villageId,
    householdId: household._id,
    occurredAt,
    occurredOn,
    recordedAt: now,
    way,
    by: member._id,
    nonce,
    // The code at the door stands for having been there that day; without it, or too late, the village says so.
    confirmed: waits ? null : { at: now, by: household._id },
    detail: { purposes: [...new Set(purposes)].join(',') },
    updatedAt: new Date(now),
  }
}

/**
 * A visit as it stands. One that was remembered first is confirmed by the door's code scanned on the day; one that came together with another
 * day's waits for the village. Both are judged again at a resend, for the first answer may have been cut short.
 */
async function settle(stored: Fact, scanned: Fact, visits: readonly Fact[]): Promise<Fact> {
  const { _id, confirmed, recordedAt } = stored
  const { householdId: by = '', recordedAt: at } = scanned
  if (stored.annulled) return stored
  if (stored.nonce === scanned.nonce) {
    const countsAtOnce = confirmed?.by === by && confirmed.at === recordedAt
    if (!countsAtOnce || !arrivesWithAnother(stored, recordedAt, visits)) return stored
    await updateWhere('facts', { _id, confirmed }, { confirmed: null })
    return { ...stored, confirmed: null }
  }
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

const NOON = 12 * 3_600_000

/** 2026-02-30 has the form of a day and is none. */
const isDay = (day: string): boolean => !Number.isNaN(Date.parse(day)) && dayOf(startOfDay(day)) === day

/** 补登走访: without the door's code the village's contact says yes before it counts. */
export const backfillVisit = useCase('household.backfill', aboutSelf, async (request, context, member) => {
  const { householdId, occurredOn, purposes, nonce } = request
  const { now, today, tree, calendar } = context
  if (!isDay(occurredOn) || occurredOn > today) return refuse('invalid_request', { path: 'occurredOn' })
  const household = isLinked(member, householdId, occurredOn) && (await findById('households', householdId))
  if (!household) return refuse('not_own_household')
  // The hour is not known any more.
  const occurredAt = Math.min(startOfDay(occurredOn) + NOON, now)
  const entry = { household, member, occurredAt, purposes, way: 'backfill' as const, waits: true, nonce }
  const fact = visitFact(entry, now)
  const timing = judgeInstant({ of: 'remembered', at: occurredAt }, now, calendar)
  const isNew = timing.ok && (await insertOnce('facts', fact)) === 'inserted'
  const stored = isNew ? fact : await findById('facts', fact._id)
  if (stored && stored.nonce !== nonce)
    return refuse('already_registered', { firstAt: stored.occurredAt, way: stored.way })
  if (!stored) return refuse('entry_closed')
  return done({ at: stored.occurredAt, waitsFor: tree.get(household.villageId)?.name ?? '' })
})
