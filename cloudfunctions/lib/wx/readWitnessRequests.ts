import type { Activity } from '@domain/activity/activity'
import type { Member } from '@domain/org/member'
import type { Fact } from '@domain/progress/fact'
import { not, oneOf } from './conditions'
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
  own?: true
}

const fields = ['kind', 'way', 'by', 'memberId', 'occurredAt', 'occurredOn', 'reason'] as const
const shown = Object.fromEntries(fields.map((field) => [field, 1]))

type Joined = Pick<Fact, '_id' | (typeof fields)[number]> & {
  members: Member[]
  activities: Activity[]
  askers: Member[]
}

/** `2026-08`: 8月党费. */
const duesTitle = (occurredOn: string): string => `${Number(occurredOn.slice(5, 7))}月党费`

/**
 * What waits for a second person: asked of a member by name, or of those who run an organisation, without what `memberId` entered for oneself. With
 * the names the page shows, in one call. Oldest first.
 */
export async function readWitnessRequests(
  asked: readonly string[],
  memberId: string | undefined,
): Promise<WitnessRequest[]> {
  if (asked.length === 0) return []
  const { list } = await retry(() =>
    database
      .collection('facts')
      .aggregate()
      .match({ witnessId: oneOf(asked), confirmed: null, annulled: null, memberId: not(memberId ?? null) })
      .sort({ recordedAt: 1 })
      .limit(200)
      .lookup({ from: 'members', localField: 'memberId', foreignField: '_id', as: 'members' })
      .lookup({ from: 'members', localField: 'by', foreignField: '_id', as: 'askers' })
      .lookup({ from: 'activities', localField: 'activityId', foreignField: '_id', as: 'activities' })
      .project({ ...shown, 'members.name': 1, 'askers.name': 1, 'activities.title': 1 })
      .end(),
  )
  return (list as Joined[]).map((row) => {
    const { _id, kind, way, by, members, activities, askers, occurredAt, occurredOn, reason } = row
    const madeUp = kind === 'make_up'
    const own = kind === 'tick' || (way === 'scan' && by === row.memberId)
    return {
      factId: _id,
      name: members[0]?.name ?? '',
      title:
        kind === 'tick' ? duesTitle(occurredOn) : `${madeUp ? '补学：' : ''}${activities[0]?.title ?? ''}`,
      at: occurredAt,
      reason: reason ?? '',
      by: askers[0]?.name ?? '',
      ...(madeUp && { madeUp }),
      ...(own && { own: true as const }),
    }
  })
}
