import type { Activity } from '@domain/activity/activity'
import { AUTO_CLOSE_HOURS } from '@domain/activity/effectiveState'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { anyOf, atLeast, between, not, oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { findInPages } from '../../store/findInPages'

/** Changed rows of a kind that are followed one by one; beyond it everything is computed. */
export const MOST = 5000

const factFields = [
  'kind',
  'memberId',
  'branchId',
  'activityId',
  'occurredOn',
  'periodKey',
  'detail',
] as const
const activityFields = ['branchId', 'hostId', 'kind', 'startsAt', 'lecturerId', 'movedFrom'] as const

export type ChangedFact = Pick<Fact, '_id' | (typeof factFields)[number]>
export type ChangedActivity = Pick<Activity, '_id' | (typeof activityFields)[number]>
export type Placed = Pick<Member, '_id' | 'memberships'>

export interface Rows {
  facts: ChangedFact[]
  activities: ChangedActivity[]
  members: (Placed & Pick<Member, 'posts'>)[]
}

/**
 * Activities whose state changed by time alone: an open one closes by itself, one never opened is no longer to come. Nothing is written then, so
 * `updatedAt` does not find them.
 */
const closingSince = (since: number, now: number) => {
  const hours = AUTO_CLOSE_HOURS * 3_600_000
  const then = between(since - hours, now - hours)
  return [
    { state: oneOf(['open', 'published']), endsAt: then },
    { state: 'open', reopenedAt: then },
  ]
}

/** What changed at `since` (ms, inclusive) or later; null: more than is followed row by row. */
export async function readChanged(since: number, now: number): Promise<Rows | null> {
  const changed = { updatedAt: atLeast(new Date(since)) }
  const [facts, activities, members] = await Promise.all([
    findInPages('facts', changed, { fields: factFields, most: MOST }),
    // A draft counts nowhere, whatever day it is for: nothing follows from it.
    findInPages('activities', anyOf({ ...changed, state: not('draft') }, ...closingSince(since, now)), {
      fields: activityFields,
      most: MOST,
    }),
    findInPages('members', changed, { fields: ['memberships', 'posts'], most: MOST }),
  ])
  return facts && activities && members && { facts, activities, members }
}

/** Whoever was registered at a changed activity: it may count for them now, or no longer. */
export const readFactsAt = (activities: readonly ChangedActivity[]): Promise<ChangedFact[] | null> => {
  if (activities.length === 0) return Promise.resolve([])
  const activityId = oneOf(activities.map(({ _id }) => _id))
  return findInPages('facts', { activityId }, { fields: factFields, most: 4 * MOST })
}

/** When what was made up took place: 补学 counts in the period of the study that was missed. */
export async function readMissed(facts: readonly ChangedFact[]): Promise<Map<string, number>> {
  const ids = facts.flatMap(({ kind, activityId }) => (kind === 'make_up' ? (activityId ?? []) : []))
  if (ids.length === 0) return new Map()
  const where = { _id: oneOf([...new Set(ids)]) }
  const missed = await find('activities', where, { limit: 10 * MOST, fields: ['startsAt'] })
  return new Map(missed.map(({ _id, startsAt }) => [_id, startsAt]))
}
