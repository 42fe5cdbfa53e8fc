import { randomBytes } from 'node:crypto'
import type { Activity } from '@domain/activity/activity'
import type { ActivityForm } from '@domain/contract/activity'

/** An activity as the plan page edits it. */
export function activityForm(activity: Activity): ActivityForm {
  const { kind, hostId, title, startsAt, endsAt, place, carries, agenda } = activity
  const { chairId, recorderId, topic, lecturerId, forYear } = activity
  const { lecturerName, lecturerPost, tags, hours, materials, jointIds } = activity
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
    ...(lecturerName !== undefined && { lecturerName }),
    ...(lecturerPost !== undefined && { lecturerPost }),
    ...(tags && { tags }),
    ...(hours !== undefined && { hours }),
    ...(materials && { materials }),
    ...(jointIds && { jointIds }),
    expectedIds: activity.expected.map(({ memberId }) => memberId),
  }
}

/** From it the organiser's phone mints codes. */
export const newCodeKey = (): string => randomBytes(32).toString('hex')

/** What publishing adds to an activity: from here on codes can be minted. */
export const publishing = (now: number) => ({
  state: 'published' as const,
  publishedAt: now,
  codeKey: newCodeKey(),
})
