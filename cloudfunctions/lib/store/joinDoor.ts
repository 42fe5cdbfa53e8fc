import type { Activity } from '@domain/activity/activity'
import { attendanceId } from '@domain/checkin/attendance'
import type { Fact } from '@domain/fact/fact'
import type { Member } from '@domain/org/member'
import { type Aggregate, command } from '../wx/sdk'
import { type ActivityWithChair, chairOfIt, ofTheRecord, unsaid, withChair } from './readActivity'

/** Somebody at a meeting's door: the meeting as readActivityAtDoor gives it, and the own record of having come. */
export interface Door {
  activity: ActivityWithChair
  existing: Fact | null
}

export interface JoinedDoor {
  activities: Activity[]
  chairs: Member[]
  existing: Fact[]
  /** Of each of these activities the own entry among those expected. */
  expected: Activity['expected'][]
}

const { aggregate: $ } = command

const withoutList = Object.fromEntries(
  ['expected', ...Object.keys(ofTheRecord)].map((field) => [`door.activities.${field}`, 0]),
)

/** Beside each identity of a pipeline the door of a meeting: it costs no call of its own. What it says is judged as if it had been read alone. */
export const joinDoor = (identities: Aggregate, activityId: string): Aggregate =>
  identities
    .addFields({ door: { activityId, attendanceId: $.concat([attendanceId(activityId, ''), '$memberId']) } })
    .lookup({ from: 'activities', localField: 'door.activityId', foreignField: '_id', as: 'door.activities' })
    .lookup({ ...chairOfIt, localField: 'door.activities.chairId', as: 'door.chairs' })
    .lookup({ from: 'facts', localField: 'door.attendanceId', foreignField: '_id', as: 'door.existing' })
    .addFields({
      'door.expected': $.map({
        input: '$door.activities',
        as: 'activity',
        in: $.filter({
          input: '$$activity.expected',
          as: 'one',
          cond: $.eq(['$$one.memberId', '$memberId']),
        }),
      }),
    })
    .project(withoutList)

export function doorOf({ activities, chairs, existing, expected }: JoinedDoor): Door | undefined {
  const activity = withChair(activities.map((one) => ({ ...one, chairs })))
  if (!activity) return undefined
  return { activity: { ...activity, ...unsaid, expected: expected[0] ?? [] }, existing: existing[0] ?? null }
}
