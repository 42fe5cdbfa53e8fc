import type { Activity } from '@domain/activity/activity'
import type { Member } from '@domain/org/member'
import { retry } from '../wx/retry'
import { command, database, type Where } from '../wx/sdk'

export type ActivityWithChair = Activity & { chair?: Member }

/** For `project`, without: what is planned to be said, who was missing, and what the record says. Nothing of it decides who may come, or what counts. */
export const ofTheRecord = {
  ...{ agenda: 0, absences: 0, movedFrom: 0 },
  ...{ observers: 0, speakerIds: 0, readings: 0, materials: 0 },
  ...{ contents: 0, resolution: 0, votes: 0, recordings: 0 },
}

const { aggregate: $ } = command

/** Of a list of expected people one member's own entry, for `addFields`. */
export const ownEntry = (memberId: string): unknown =>
  $.filter({ input: '$expected', as: 'one', cond: $.eq(['$$one.memberId', memberId]) })

const chairOfIt = { from: 'members', localField: 'chairId', foreignField: '_id', as: 'chairs' }

function withChair(list: unknown[]): ActivityWithChair | null {
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

/**
 * The same for somebody at the door of an activity, or of the service a poster belongs to: of those expected the own entry, without agenda and record. A
 * hundred people come by within a minute, and the list of all is most of an activity.
 */
export async function readActivityAtDoor(
  where: { _id: string } | { posterId: string },
  memberId = '',
): Promise<ActivityWithChair | null> {
  const { list } = await retry(() =>
    database
      .collection('activities')
      .aggregate()
      .match(where satisfies Where)
      .limit(1)
      .lookup(chairOfIt)
      .project(ofTheRecord)
      .addFields({ expected: ownEntry(memberId) })
      .end(),
  )
  const activity = withChair(list)
  return activity && { ...activity, agenda: [], absences: [] }
}
