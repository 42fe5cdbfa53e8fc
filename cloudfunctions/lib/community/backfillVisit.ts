import { judgeInstant } from '@domain/checkin/judgeInstant'
import { done, refuse } from '@domain/contract/answer'
import { dayOf, startOfDay } from '@domain/time/day'
import { aboutSelf } from '../entry/targets'
import { useCase } from '../entry/useCase'
import { isLinked } from '../people/register/householdsOf'
import { findById } from '../store/find'
import { insertOnce } from '../store/insertOnce'
import { visitFact } from './visitFact'

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
