import type { Activity } from '@domain/activity/activity'
import { enrolmentId } from '@domain/checkin/attendance'
import { communityIdsOn } from '@domain/org/communities'
import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import { theoryGroupOf } from '@domain/org/theoryGroupOf'
import type { Day } from '@domain/time/day'
import { findById } from '../../store/find'

/**
 * Whether an activity's organiser may enter somebody without that person's own code: whoever is expected there; whoever belongs today to the
 * branch that holds it, or sits in the unit's 中心组; at a community's service its residents and who enrolled. Guests come with their code.
 */
export async function isOfActivity(activity: Activity, member: Member, today: Day): Promise<boolean> {
  const { _id, expected, hostType, hostId, branchId } = activity
  if (expected.some(({ memberId }) => memberId === member._id)) return true
  if (hostType === 'unit') return theoryGroupOf([member], hostId, today).length > 0
  if (hostType !== 'community') return membershipOn(member, today)?.branchId === branchId
  if (communityIdsOn(member, today).includes(hostId)) return true
  const enrolment = await findById('facts', enrolmentId(_id, member._id))
  return enrolment !== null && !enrolment.annulled
}
