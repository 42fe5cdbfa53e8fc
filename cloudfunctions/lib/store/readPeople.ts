import type { Placed } from '@domain/access/seesNames'
import type { Activity } from '@domain/activity/activity'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import type { Day } from '@domain/time/day'
import { anyOf, oneOf } from './conditions'
import { find } from './find'
import type { Roll } from './readRoll'

/** What a looked-up member is read with to be named, for `project`: `members` to `members._id`, `members.name` … */
export const nameShown = (as: string): Record<string, 1> =>
  Object.fromEntries(['_id', ...nameFields].map((field) => [`${as}.${field}`, 1]))

/** The fields of a member that have to be read before their name is asked for. */
export type Nameable = Placed & Pick<Member, 'name'>

export const nameFields = ['name', 'memberships', 'posts'] as const

/** Members to be named, by id; no call where there is nobody. */
export async function readNameable(
  memberIds: Iterable<string>,
): Promise<ReadonlyMap<string, Nameable & Pick<Member, '_id'>>> {
  const ids = [...new Set(memberIds)]
  if (ids.length === 0) return new Map()
  const members = await find('members', { _id: oneOf(ids) }, { fields: nameFields, limit: ids.length })
  return new Map(members.map((member) => [member._id, member]))
}

/** Whom an activity's pages may have to name besides its branch: who was expected, who came, who runs it. */
export function namedIn(activity: Activity, { attendance }: Roll): Set<string> {
  const { expected, chairId, recorderId, lecturerId, speakerIds = [], recordings = [] } = activity
  return new Set(
    [
      ...expected.map(({ memberId }) => memberId),
      ...attendance.keys(),
      chairId,
      recorderId,
      lecturerId,
      ...speakerIds,
      ...recordings.flatMap(({ by, takenBack }) => [by, takenBack?.by]),
    ].filter((id) => id !== undefined),
  )
}

/** Everyone an activity's pages may have to name, in one call. */
export async function readPeople(activity: Activity, roll: Roll): Promise<ReadonlyMap<string, Member>> {
  const where = anyOf(
    { 'memberships.branchId': activity.branchId },
    { _id: oneOf([...namedIn(activity, roll)]) },
  )
  const members = await find('members', where, { limit: 5000 })
  return new Map(members.map((member) => [member._id, member]))
}

/** Whoever ever belonged to a branch: a period of the past is judged by who belonged to it then. */
export const readAllMembersOf = (branchId: string): Promise<Member[]> =>
  find('members', { 'memberships.branchId': branchId }, { limit: 5000 })

/** Who belongs to it on a day, in register order. */
export async function readBranchMembers(branchId: string, day: Day): Promise<Member[]> {
  const members = await readAllMembersOf(branchId)
  return members
    .filter((member) => membershipOn(member, day)?.branchId === branchId)
    .sort((a, b) => a.order - b.order)
}
