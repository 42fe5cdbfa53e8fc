import type { Activity, JudgedActivity } from '@domain/activity/activity'
import { factsOfAttending } from '@domain/evidence/attended'
import type { Fact, JudgedFact } from '@domain/fact/fact'
import type { Day } from '@domain/time/day'
import { periodByKey } from '@domain/time/period'
import { AppError } from '../ground/AppError'
import { retry } from '../wx/retry'
import { database, type Where } from '../wx/sdk'
import { after, between, oneOf } from './conditions'
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

type Joined<F, A> = F & { activities: A[] }
type Found<F, A> = { facts: F[]; activities: A[] }

async function readJoined<F extends Pick<Fact, '_id' | 'activityId'>, A extends Pick<Activity, '_id'>>(
  where: Where,
  fields: Record<string, number>,
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
    return list as Joined<F, A>[]
  })
  if (!rows) throw new AppError('too_many_rows', `more than ${most} facts of one member in a year`)
  // Without an activity the join also matches whatever has no id: there is nothing of that kind.
  const found = rows.flatMap((row) => row.activities.filter(({ _id }) => _id === row.activityId))
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
  const { facts, activities } = await readJoined<Joined<Fact, Activity>, Activity>(where, withoutBulk)
  return {
    facts: facts.map(({ activities: _, ...fact }) => fact),
    activities: activities.map(withoutLists),
  }
}

type AttendedFact = Pick<
  JudgedFact,
  '_id' | 'kind' | 'memberId' | 'activityId' | 'activityKind' | 'dutyId' | 'periodKey'
> &
  Pick<JudgedFact, 'occurredAt' | 'occurredOn' | 'way' | 'confirmed' | 'annulled'>

const attended: Record<Exclude<keyof AttendedFact, 'annulled'> | 'annulled.at', 1> = {
  ...({ _id: 1, kind: 1, memberId: 1, activityId: 1, activityKind: 1, dutyId: 1, periodKey: 1 } as const),
  ...({ occurredAt: 1, occurredOn: 1, way: 1, confirmed: 1, 'annulled.at': 1 } as const),
}
const attendedAt = Object.fromEntries(['_id', ...judgedFields].map((field) => [`activities.${field}`, 1]))

/** Of a member's days (both inclusive) what was attended, or may still be, as numbers are judged by it; in one call. */
export async function readAttended(
  memberId: string,
  { from, to }: { from: Day; to: Day },
): Promise<Found<JudgedFact, JudgedActivity>> {
  const where = { memberId, occurredOn: between(from, to), kind: oneOf(factsOfAttending) }
  const found = await readJoined<AttendedFact, JudgedActivity>(where, { ...attended, ...attendedAt })
  return { ...found, activities: found.activities.map((activity) => ({ ...activity, expected: [] })) }
}

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
