import type { Activity } from '@domain/activity/activity'
import type { Day } from '@domain/org/organisation'
import type { Fact } from '@domain/progress/fact'
import { AppError } from '../AppError'
import { between } from './conditions'
import { retry } from './retry'
import { database } from './sdk'

/** A year of one member: visits, services and meetings together stay far below. */
const limit = 2000

type Joined = Fact & { activities: Activity[] }

/**
 * A member's facts between two days (both inclusive) with the activities they point at, in one call. The activities come without their
 * lists of people, agenda and key: what is asked here is what they were, not who was expected.
 */
export async function readFactsWithActivities(
  memberId: string,
  from: Day,
  to: Day,
): Promise<{ facts: Fact[]; activities: Activity[] }> {
  const { list } = await retry(() =>
    database
      .collection('facts')
      .aggregate()
      .match({ memberId, occurredOn: between(from, to) })
      .limit(limit + 1)
      .lookup({ from: 'activities', localField: 'activityId', foreignField: '_id', as: 'activities' })
      .project({
        'activities.expected': 0,
        'activities.agenda': 0,
        'activities.absences': 0,
        'activities.codeKey': 0,
      })
      .end(),
  )
  if (list.length > limit)
    throw new AppError('too_many_rows', `more than ${limit} facts of one member in a year`)
  const rows = list as Joined[]
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
