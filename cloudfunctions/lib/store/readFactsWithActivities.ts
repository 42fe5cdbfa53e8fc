import type { Activity, JudgedActivity } from '@domain/activity/activity'
import { factsOfAttending } from '@domain/evidence/attended'
import type { Fact, JudgedFact } from '@domain/fact/fact'
import type { Day } from '@domain/time/day'
import { periodByKey } from '@domain/time/period'
import { AppError } from '../ground/AppError'
import { retry } from '../wx/retry'
import { database, type Where } from '../wx/sdk'
import { after, between, oneOf } from './conditions'
import { type Packed, packed, unpacked } from './packedFact'
import { judgedFields } from './readActivities'
import { ofTheRecord } from './readActivity'
import { readInPages } from './readInPages'
import { recordsOf } from './recordsOf'

/** Of a year of one member the daily caps let some 7,000 deeds through, and much fewer of all else. */
const most = 50_000
/** A fact and its activity without lists are some 3 KB at most. */
const PAGE = 250

/** Of the activities joined: not who was expected, nor what the record says. */
const withoutBulk = Object.fromEntries(
  ['expected', 'codeKey', ...Object.keys(ofTheRecord)].map((field) => [`activities.${field}`, 0]),
)

interface Found<F, A> {
  facts: F[]
  activities: A[]
}

async function readJoined<F extends Pick<Fact, '_id'>, A extends Pick<Activity, '_id'>>(
  where: Where,
  fields: Record<string, unknown>,
  activityIdOf: (fact: F) => string | undefined,
): Promise<Found<F, A>> {
  const rows = await readInPages({ page: PAGE, most }, async (last, limit) => {
    const { list } = await retry(() =>
      database
        .collection('facts')
        .aggregate()
        .match(where)
        .match({ _id: after(last) })
        .sort({ _id: 1 })
        .limit(limit)
        .lookup({ from: 'activities', localField: 'activityId', foreignField: '_id', as: 'activities' })
        .project(fields)
        .end(),
    )
    return list as (F & { activities: A[] })[]
  })
  if (!rows) throw new AppError('too_many_rows', `more than ${most} facts of one member in a year`)
  const found = rows.flatMap((row) => row.activities.filter(({ _id }) => _id === activityIdOf(row)))
  const byId = new Map(found.map((activity) => [activity._id, activity]))
  return { facts: rows, activities: [...byId.values()] }
}

/**
 * A member's facts between two days (both inclusive), talks that another one is named first in among them, with the activities they point at, in one
 * call for a usual year. The activities come without their lists of people, key and record: what is asked here is what they were, not who was expected.
 */
export async function readFactsWithActivities(
  memberId: string,
  from: Day,
  to: Day,
): Promise<Found<Fact, Activity>> {
  const where = recordsOf(memberId, { occurredOn: between(from, to) })
  const found = await readJoined<Fact & { activities: unknown }, Activity>(
    where,
    withoutBulk,
    ({ activityId }) => activityId,
  )
  return {
    facts: found.facts.map(({ activities: _, ...fact }) => fact),
    activities: found.activities.map(withoutLists),
  }
}

const joined = Object.fromEntries(['_id', ...judgedFields].map((field) => [`activities.${field}`, 1]))

async function readJudged(where: Where): Promise<Found<JudgedFact, JudgedActivity>> {
  const fields = { ...packed, ...joined }
  const { facts, activities } = await readJoined<Packed, JudgedActivity>(where, fields, ({ a }) => a)
  return {
    facts: facts.map(unpacked),
    activities: activities.map((activity) => ({ ...activity, expected: [] })),
  }
}

/** Of a member's days (both inclusive) what was attended, or may still be, as numbers are judged by it; in one call. */
export const readAttended = (memberId: string, { from, to }: { from: Day; to: Day }) =>
  readJudged({ memberId, occurredOn: between(from, to), kind: oneOf(factsOfAttending) })

/** As readFactsWithActivities, as numbers are judged by it. */
export const readJudgedRecords = (memberId: string, from: Day, to: Day) =>
  readJudged(recordsOf(memberId, { occurredOn: between(from, to) }))

const withoutLists = (activity: Activity): Activity => ({
  ...activity,
  expected: [],
  agenda: [],
  absences: [],
})

/** Everything a member did in the year of a day, and the activities it was done at, in one call. */
export function readMemberYear(
  memberId: string,
  on: Day,
): Promise<{ facts: Fact[]; activities: Activity[] }> {
  const { from, to } = periodByKey(on.slice(0, 4))
  return readFactsWithActivities(memberId, from, to)
}
