import type { Activity } from '@domain/activity/activity'
import type { Fact } from '@domain/fact/fact'
import type { Day } from '@domain/time/day'
import { periodByKey } from '@domain/time/period'
import { AppError } from '../ground/AppError'
import { retry } from '../wx/retry'
import { database } from '../wx/sdk'
import { after, between } from './conditions'
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

type Joined = Fact & { activities: Activity[] }

/**
 * A member's facts between two days (both inclusive), talks that another one is named first in among them, with the activities they point at, in one
 * call for a usual year. The activities come without their lists of people, key and record: what is asked here is what they were, not who was expected.
 */
export async function readFactsWithActivities(
  memberId: string,
  from: Day,
  to: Day,
): Promise<{ facts: Fact[]; activities: Activity[] }> {
  const rows = await readInPages({ page: PAGE, most }, async (last, limit) => {
    const { list } = await retry(() =>
      database
        .collection('facts')
        .aggregate()
        .match(recordsOf(memberId, { occurredOn: between(from, to) }))
        .match({ _id: after(last) })
        .sort({ _id: 1 })
        .limit(limit)
        .lookup({ from: 'activities', localField: 'activityId', foreignField: '_id', as: 'activities' })
        .project(withoutBulk)
        .end(),
    )
    return list as Joined[]
  })
  if (!rows) throw new AppError('too_many_rows', `more than ${most} facts of one member in a year`)
  const found = rows.flatMap((row) => row.activities.filter(({ _id }) => _id === row.activityId))
  const byId = new Map(found.map((activity) => [activity._id, withoutLists(activity)]))
  return { facts: rows.map(({ activities: _, ...fact }) => fact), activities: [...byId.values()] }
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
