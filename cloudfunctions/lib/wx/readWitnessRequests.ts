import type { Activity } from '@domain/activity/activity'
import type { Member } from '@domain/org/member'
import type { Fact } from '@domain/progress/fact'
import { retry } from './retry'
import { database } from './sdk'

export interface WitnessRequest {
  factId: string
  name: string
  title: string
  at: number
  reason: string
  by: string
}

type Joined = Fact & { members: Member[]; activities: Activity[]; askers: Member[] }

/** Back-fills a member is asked to confirm, with the names the page shows, in one call. Oldest first. */
export async function readWitnessRequests(witnessId: string): Promise<WitnessRequest[]> {
  const { list } = await retry(() =>
    database
      .collection('facts')
      .aggregate()
      .match({ witnessId, confirmed: null, annulled: null })
      .sort({ recordedAt: 1 })
      .limit(200)
      .lookup({ from: 'members', localField: 'memberId', foreignField: '_id', as: 'members' })
      .lookup({ from: 'members', localField: 'by', foreignField: '_id', as: 'askers' })
      .lookup({ from: 'activities', localField: 'activityId', foreignField: '_id', as: 'activities' })
      .project({
        'activities.expected': 0,
        'activities.codeKey': 0,
        'members.codeKey': 0,
        'askers.codeKey': 0,
      })
      .end(),
  )
  return (list as Joined[]).map(({ _id, members, activities, askers, occurredAt, reason }) => ({
    factId: _id,
    name: members[0]?.name ?? '',
    title: activities[0]?.title ?? '',
    at: occurredAt,
    reason: reason ?? '',
    by: askers[0]?.name ?? '',
  }))
}
