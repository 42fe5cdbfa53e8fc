import { AUTO_CLOSE_HOURS } from '@domain/activity/effectiveState'
import type { Activity } from '@domain/activity/activity'
import type { Member } from '@domain/org/member'
import { branchFor } from '@domain/org/membershipOn'
import type { Tree } from '@domain/org/tree'
import { dayOf } from '@domain/period/day'
import { periodByKey } from '@domain/period/period'
import type { Fact } from '@domain/progress/fact'
import { keysOf, keysOfFact } from '@domain/progress/rollupPeriods'
import { anyOf, atLeast, between, oneOf } from '../wx/conditions'
import { find } from '../wx/find'
import { findInPages } from '../wx/findInPages'

/** Changed rows of a kind that are followed one by one; beyond it everything is computed. */
const MOST = 5000

type ChangedFact = Pick<Fact, '_id' | 'memberId' | 'branchId' | 'occurredOn' | 'detail'>
type ChangedActivity = Pick<Activity, '_id' | 'branchId' | 'startsAt' | 'forYear' | 'lecturerId'>
type Placed = Pick<Member, '_id' | 'memberships'>

interface Rows {
  facts: ChangedFact[]
  activities: ChangedActivity[]
  members: Placed[]
}

/** An activity nobody closed closes by itself: nothing is written then, so those whose hour has come are asked for too. */
const closingSince = (since: number, now: number) => {
  const hours = AUTO_CLOSE_HOURS * 3_600_000
  return { state: 'open', endsAt: between(since - hours, now - hours) }
}

/** What changed at `since` or later, both sides of a clock's doubt included; null: too much to follow. */
async function readChanged(since: number, now: number): Promise<Rows | null> {
  const changed = { updatedAt: atLeast(new Date(since)) }
  const [facts, activities, members] = await Promise.all([
    findInPages('facts', changed, {
      fields: ['memberId', 'branchId', 'occurredOn', 'detail'],
      most: MOST,
    }),
    findInPages('activities', anyOf(changed, closingSince(since, now)), {
      fields: ['branchId', 'startsAt', 'forYear', 'lecturerId'],
      most: MOST,
    }),
    findInPages('members', changed, { fields: ['memberships'], most: MOST }),
  ])
  return facts && activities && members && { facts, activities, members }
}

/** Whoever was registered at a changed activity: it may count for them now, or no longer. */
const readFactsAt = (activities: readonly ChangedActivity[]): Promise<ChangedFact[] | null> => {
  if (activities.length === 0) return Promise.resolve([])
  const fields = ['memberId', 'branchId', 'occurredOn', 'detail'] as const
  const activityId = oneOf(activities.map(({ _id }) => _id))
  return findInPages('facts', { activityId }, { fields, most: 4 * MOST })
}

const peopleOf = ({ memberId, detail }: ChangedFact): string[] =>
  detail?.withMemberId === undefined ? [memberId] : [memberId, detail.withMemberId]

/** Branch → keys of the periods in which its numbers may have changed. */
export class Touched {
  readonly branches = new Map<string, Set<string>>()

  constructor(private readonly tree: Tree) {}

  add(branchId: string | undefined, keys: readonly string[]): void {
    if (branchId === undefined || this.tree.get(branchId)?.type !== 'branch') return
    const known = this.branches.get(branchId) ?? new Set()
    for (const key of keys) known.add(key)
    this.branches.set(branchId, known)
  }
}

const keysOfActivity = ({ startsAt, forYear }: ChangedActivity): string[] =>
  forYear === undefined ? keysOf(dayOf(startsAt)) : [...keysOf(dayOf(startsAt)), `${forYear}`]

/** The branch a fact stands under and, key by key, the one that holds its people for the period: they may have moved since. */
function addFact(touched: Touched, fact: ChangedFact, people: ReadonlyMap<string, Placed>, now: number) {
  const keys = keysOfFact(fact)
  touched.add(fact.branchId, keys)
  for (const id of peopleOf(fact)) {
    const member = people.get(id)
    if (member) for (const key of keys) touched.add(branchFor(member, periodByKey(key), now), [key])
  }
}

/**
 * Branches and periods touched by what changed since an instant (ms, inclusive): facts, activities and whoever was at them, members.
 * null: so much changed that everything has to be computed. At most five questions, each in pages.
 */
export async function touchedSince(
  since: number,
  now: number,
  tree: Tree,
  allKeys: readonly string[],
): Promise<Touched | null> {
  const rows = await readChanged(since, now)
  const further = rows && (await readFactsAt(rows.activities))
  if (!further) return null
  const facts = [...rows.facts, ...further]
  const lecturers = rows.activities.flatMap(({ lecturerId }) => lecturerId ?? [])
  const ids = [...new Set([...facts.flatMap(peopleOf), ...lecturers])]
  const people =
    ids.length === 0
      ? []
      : await find('members', { _id: oneOf(ids) }, { limit: 10 * MOST, fields: ['memberships'] })
  const byId = new Map(people.map((one) => [one._id, one]))
  const touched = new Touched(tree)
  for (const fact of facts) addFact(touched, fact, byId, now)
  for (const activity of rows.activities) {
    const keys = keysOfActivity(activity)
    touched.add(activity.branchId, keys)
    const lecturer = byId.get(activity.lecturerId ?? '')
    if (lecturer) for (const key of keys) touched.add(branchFor(lecturer, periodByKey(key), now), [key])
  }
  for (const { memberships } of rows.members)
    for (const { branchId } of memberships) touched.add(branchId, allKeys)
  return touched
}
