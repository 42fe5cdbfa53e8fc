import { randomBytes } from 'node:crypto'
import type { Activity } from '@domain/activity/activity'
import type { ActivityForm } from '@domain/contract/activity'

/** An activity as the plan page edits it. */
export function activityForm(activity: Activity): ActivityForm {
  const { kind, hostId, title, startsAt, endsAt, place, carries, agenda } = activity
  const { chairId, recorderId, topic, lecturerId, forYear } = activity
  return {
    kind,
    hostId,
    title,
    startsAt,
    endsAt,
    place,
    carries,
    agenda,
    ...(chairId !== undefined && { chairId }),
    ...(recorderId !== undefined && { recorderId }),
    ...(topic !== undefined && { topic }),
    ...(lecturerId !== undefined && { lecturerId }),
    ...(forYear !== undefined && { forYear }),
    expectedIds: activity.expected.map(({ memberId }) => memberId),
  }
}

/** What publishing adds to an activity: from here on codes can be minted. */
export const publishing = (now: number) => ({
  state: 'published' as const,
  publishedAt: now,
  codeKey: randomBytes(32).toString('hex'),
})
