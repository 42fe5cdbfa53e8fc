import type { BookLack } from '../contract/words'
import type { Activity } from './activity'
import { awaitsSecond } from './lateEntry'
import { lacks } from './validatePlan'

type Kept = Pick<Activity, 'kind' | 'carries' | 'topic' | 'lecturerId' | 'lecturerName' | 'state' | 'late'>

/** What keeps each of its kinds from counting, said once. */
const untold = (meeting: Kept): BookLack[] => [
  ...new Set([meeting.kind, ...meeting.carries].flatMap((kind) => lacks(kind, meeting) ?? [])),
]

/**
 * What the book still misses of a meeting that is over, in the order in which it is put right: nobody said that it took place, people of whom
 * nothing is said, 讲课人 or topic, the second person's word, 成册. `state`: as it is for everyone who looks (effectiveState); one that still runs
 * lacks nothing yet.
 * `bookLacks({ ...meeting, state: 'closed' }, 2) // ['unsettled', 'not_recorded']`
 */
export function bookLacks(meeting: Kept, unsettled: number): BookLack[] {
  const { state } = meeting
  if (state === 'published') return ['not_opened']
  if (state !== 'closed' && state !== 'recorded') return []
  return [
    ...(state === 'closed' && unsettled > 0 ? (['unsettled'] as const) : []),
    ...untold(meeting),
    ...(awaitsSecond(meeting) ? (['waits'] as const) : []),
    ...(state === 'closed' ? (['not_recorded'] as const) : []),
  ]
}
