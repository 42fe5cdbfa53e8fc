import { DoneByMembers } from './doneByMembers'
import { HeldMeetings } from './heldMeetings'
import type { Rows } from './rows'

/** What would be done if nothing had been entered afterwards. */
export function inTime({ activities, facts, ...others }: Rows, now: number) {
  const late = new Set(activities.flatMap(({ _id, late: word }) => (word ? [_id] : [])))
  const meetings = activities.filter(({ _id }) => !late.has(_id))
  const held = new HeldMeetings({ ...others, activities: meetings, facts }, now)
  const entered = facts.filter(
    ({ way, kind, activityId = '' }) =>
      way !== 'backfill' && !(kind === 'attendance' && late.has(activityId)),
  )
  // What was made up of a study that stands as a 补录 was itself entered in time; a lecture that does was not.
  const given = activities.map(({ lecturerId, ...one }) =>
    lecturerId === undefined || late.has(one._id) ? one : { ...one, lecturerId },
  )
  return { held, byMembers: new DoneByMembers({ ...others, activities: given, facts: entered }, held) }
}
