import type { Activity } from '@domain/activity/activity'
import type { Fact } from '@domain/fact/fact'
import { retry } from '../wx/retry'
import { database } from '../wx/sdk'
import { not, oneOf } from './conditions'
import { type Nameable, nameShown } from './readPeople'

const fields = ['kind', 'way', 'by', 'memberId', 'occurredAt', 'dutyId', 'periodKey', 'reason'] as const
const shown = Object.fromEntries(fields.map((field) => [field, 1]))

/** `about`: whose record it is; `asker`: who entered it. */
export interface WitnessRequest {
  fact: Pick<Fact, '_id' | (typeof fields)[number]>
  title: string
  about?: Nameable
  asker?: Nameable
}

type Joined = WitnessRequest['fact'] & {
  members: Nameable[]
  activities: Pick<Activity, 'title' | 'state'>[]
  askers: Nameable[]
}

/**
 * What waits for a second person: asked of a member by name, or of those who run an organisation, without what `memberId` entered for oneself. With
 * whom it concerns, in one call. Oldest first.
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
      .project({
        ...shown,
        ...nameShown('members'),
        ...nameShown('askers'),
        'activities.title': 1,
        'activities.state': 1,
      })
      .end(),
  )
  // Nobody is asked for a word on a meeting that was cancelled, nor for a 请假 from one whose record stands.
  const standing = (list as Joined[]).filter(
    ({ kind, activities: [activity] }) =>
      activity?.state !== 'cancelled' && !(kind === 'leave' && activity?.state === 'recorded'),
  )
  return standing.map(({ members: [about], activities: [activity], askers: [asker], ...fact }) => ({
    fact,
    title: activity?.title ?? '',
    ...(about && { about }),
    ...(asker && { asker }),
  }))
}
