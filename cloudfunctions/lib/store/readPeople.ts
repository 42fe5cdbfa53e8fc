import type { Activity } from '@domain/activity/activity'
import type { Member } from '@domain/org/member'
import { anyOf, oneOf } from './conditions'
import { find } from './find'
import type { Roll } from './readRoll'

/** Everyone an activity's pages may have to name, in one call: the branch, who was expected, who came, who runs it. */
export async function readPeople(
  activity: Activity,
  { attendance }: Roll,
): Promise<ReadonlyMap<string, Member>> {
  const { branchId, expected, chairId, recorderId, lecturerId } = activity
  const ids = new Set(
    [
      ...expected.map(({ memberId }) => memberId),
      ...attendance.keys(),
      chairId,
      recorderId,
      lecturerId,
    ].filter((id) => id !== undefined),
  )
  const where = anyOf({ 'memberships.branchId': branchId }, { _id: oneOf([...ids]) })
  const members = await find('members', where, { limit: 5000 })
  return new Map(members.map((member) => [member._id, member]))
}
