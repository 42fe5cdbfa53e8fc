import type { Activity } from '@domain/activity/activity'
import type { Member } from '@domain/org/member'
import { retry } from '../wx/retry'
import { database, type Where } from '../wx/sdk'

export type ActivityWithChair = Activity & { chair?: Member }

async function readOne(where: Where): Promise<ActivityWithChair | null> {
  const { list } = await retry(() =>
    database
      .collection('activities')
      .aggregate()
      .match(where)
      .lookup({ from: 'members', localField: 'chairId', foreignField: '_id', as: 'chairs' })
      .limit(1)
      .end(),
  )
  const [row] = list as (Activity & { chairs: Member[] })[]
  if (!row) return null
  const { chairs, ...activity } = row
  const chair = chairs.find(({ _id: id }) => id === activity.chairId)
  return { ...activity, ...(chair && { chair }) }
}

/** An activity and its chair, in one call. */
export const readActivity = (_id: string): Promise<ActivityWithChair | null> => readOne({ _id })

/** The service a poster belongs to. */
export const readActivityOfPoster = (posterId: string): Promise<ActivityWithChair | null> =>
  readOne({ posterId })
