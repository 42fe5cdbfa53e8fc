import { committeeOf } from '@domain/org/committeeOf'
import type { Member } from '@domain/org/member'
import type { Day } from '@domain/org/organisation'
import { theoryGroupOf } from '@domain/org/theoryGroupOf'

/** Of the branch's committee; where a unit holds the meeting, of its 中心组. */
export const isOnCommittee = (member: Member, branchId: string, day: Day): boolean =>
  committeeOf([member], branchId, day).length > 0 || theoryGroupOf([member], branchId, day).length > 0

/** Who may be asked to confirm a back-fill: the branch's committee, without the one who asks. */
export const witnessesOf = (members: readonly Member[], branchId: string, day: Day, askerId?: string) =>
  members
    .filter((member) => member._id !== askerId && isOnCommittee(member, branchId, day))
    .sort((a, b) => a.order - b.order)
    .map(({ _id, name }) => ({ id: _id, name }))
