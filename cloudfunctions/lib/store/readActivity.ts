import type { Activity } from '@domain/activity/activity'
import type { Member } from '@domain/org/member'
import { AppError } from '../ground/AppError'
import { retry } from '../wx/retry'
import { command, database, type Where } from '../wx/sdk'
import { anyOf } from './conditions'

/** More than a meeting has branches, those among them that left and were asked again. */
export const MOST_PARTS = 100

export type ActivityWithChair = Activity & { chair?: Member }

/** For `project`, without: what is to be said, who was missing, what the record says. Nothing of it decides who may come, or what counts. */
export const ofTheRecord = {
  ...{ agenda: 0, absences: 0, movedFrom: 0 },
  ...{ observers: 0, speakerIds: 0, readings: 0, materials: 0 },
  ...{ contents: 0, resolution: 0, votes: 0, recordings: 0 },
}

const { aggregate: $ } = command

/** Of a list of expected people one member's own entry, for `addFields`. */
export const ownEntry = (memberId: string): unknown =>
  $.filter({ input: '$expected', as: 'one', cond: $.eq(['$$one.memberId', memberId]) })

export const chairOfIt = { from: 'members', localField: 'chairId', foreignField: '_id', as: 'chairs' }

export function withChair(list: unknown[]): ActivityWithChair | null {
  const [row] = list as (Activity & { chairs: Member[] })[]
  if (!row) return null
  const { chairs, ...activity } = row
  const chair = chairs.find(({ _id: id }) => id === activity.chairId)
  return { ...activity, ...(chair && { chair }) }
}

/** An activity and its chair, in one call. */
export async function readActivity(_id: string): Promise<ActivityWithChair | null> {
  const { list } = await retry(() =>
    database.collection('activities').aggregate().match({ _id }).lookup(chairOfIt).limit(1).end(),
  )
  return withChair(list)
}

/** As somebody at the door needs them, with the own entry of those expected: a hundred people come within a minute, and the whole list is most of it. */
const atDoor = (where: Where, memberId: string) =>
  database
    .collection('activities')
    .aggregate()
    .match(where)
    .project(ofTheRecord)
    .addFields({ expected: ownEntry(memberId) })

export const unsaid = { agenda: [], absences: [] }

/** An activity, or the service a poster belongs to, and its chair for somebody at its door, without agenda and record. */
export async function readActivityAtDoor(
  where: { _id: string } | { posterId: string },
  memberId = '',
): Promise<ActivityWithChair | null> {
  const { list } = await retry(() => atDoor(where, memberId).limit(1).lookup(chairOfIt).end())
  const activity = withChair(list)
  return activity && { ...activity, ...unsaid }
}

/** A joint meeting and every branch's part of it, cancelled ones too, for somebody at the door of one. */
export async function readPartsAtDoor(meetingId: string, memberId: string): Promise<Activity[]> {
  const where = anyOf({ _id: meetingId }, { jointOf: meetingId })
  const { list } = await retry(() =>
    atDoor(where, memberId)
      .limit(MOST_PARTS + 2)
      .end(),
  )
  if (list.length > MOST_PARTS + 1)
    throw new AppError('too_many_rows', `more than ${MOST_PARTS} parts of one meeting`)
  return (list as Activity[]).map((activity) => ({ ...activity, ...unsaid }))
}
