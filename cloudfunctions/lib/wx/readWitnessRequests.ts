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
  madeUp?: true
}

const fields = ['kind', 'occurredAt', 'reason'] as const
const shown = Object.fromEntries(fields.map((field) => [field, 1]))

type Joined = Pick<Fact, '_id' | (typeof fields)[number]> & {
  members: Member[]
  activities: Activity[]
  askers: Member[]
}

/** Back-fills and 补学 a member is asked to confirm, with the names the page shows, in one call. Oldest first. */
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
      .project({ ...shown, 'members.name': 1, 'askers.name': 1, 'activities.title': 1 })
      .end(),
  )
  return (list as Joined[]).map(({ _id, kind, members, activities, askers, occurredAt, reason }) => {
    const madeUp = kind === 'make_up'
    return {
      factId: _id,
      name: members[0]?.name ?? '',
      title: `${madeUp ? '补学：' : ''}${activities[0]?.title ?? ''}`,
      at: occurredAt,
      reason: reason ?? '',
      by: askers[0]?.name ?? '',
      ...(madeUp && { madeUp }),
    }
  })
}
