import type { Activity } from '@domain/activity/activity'
import { isJoint, meetingKey, partFor } from '@domain/activity/joint'
import type { Member } from '@domain/org/member'
import { oneOf } from './conditions'
import { find } from './find'
import { type ActivityWithChair, MOST_PARTS, readPartsAtDoor } from './readActivity'

/** Every branch's part of a joint meeting, by the meeting they are parts of; of branches that do not take part any more too. */
export const readParts = (meetingId: string): Promise<Activity[]> =>
  find('activities', { jointOf: meetingId }, { limit: MOST_PARTS })

/** The parts of a joint meeting and the one they are parts of, cancelled ones left out. */
export async function readTogether(activity: Activity): Promise<Activity[]> {
  const meetingId = meetingKey(activity)
  const [convened, parts] = await Promise.all([
    activity._id === meetingId ? [activity] : find('activities', { _id: meetingId }, { limit: 1 }),
    readParts(meetingId),
  ])
  return [...convened, ...parts].filter(({ state }) => state !== 'cancelled')
}

type Held = Pick<Activity, '_id' | 'jointOf' | 'jointIds' | 'branchId'>

/**
 * Of the joint ones among some meetings the branches that hold them together, whoever convenes one first; by the meeting's own id. One call where one
 * of them is a part.
 */
export async function readBranchesOf(meetings: readonly Held[]): Promise<ReadonlyMap<string, string[]>> {
  const joint = meetings.filter(isJoint)
  const convenedIds = new Set(joint.flatMap(({ jointOf }) => jointOf ?? []))
  const convened: readonly Held[] =
    convenedIds.size === 0
      ? []
      : await find(
          'activities',
          { _id: oneOf([...convenedIds]) },
          { limit: 1000, fields: ['branchId', 'jointIds'] },
        )
  const byId = new Map([...meetings, ...convened].map((each) => [each._id, each]))
  return new Map(
    joint.map((meeting) => {
      const whole = byId.get(meetingKey(meeting))
      // One's own stands there also where the other one has been erased.
      const ids = [...(whole ? [whole.branchId, ...(whole.jointIds ?? [])] : []), meeting.branchId]
      return [meeting._id, [...new Set(ids)]]
    }),
  )
}

/** Where somebody who comes by this code is registered (partFor); a meeting of one branch alone is itself, without a call. */
export async function readPartFor(shown: ActivityWithChair, member: Member): Promise<ActivityWithChair> {
  if (!isJoint(shown)) return shown
  const others = (await readPartsAtDoor(meetingKey(shown), member._id)).filter(
    ({ _id, state }) => _id !== shown._id && state !== 'cancelled',
  )
  const found = partFor([shown, ...others], member)
  return found === shown || found.chairId !== shown.chairId || !shown.chair
    ? found
    : { ...found, chair: shown.chair }
}
