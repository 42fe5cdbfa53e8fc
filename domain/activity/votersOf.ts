import type { Member } from '../org/member'
import { membershipOn } from '../org/membershipOn'
import type { Day } from '../time/day'

/** Of a branch on a day: full members, those of them who are there, probationary ones. */
export interface Voters {
  full: number
  present: number
  probationary: number
}

/**
 * 应到 of a vote is every full member of the branch that day: no list, no exemption and no leave takes anybody out of it; probationary members
 * have no vote. `members`: whoever may belong to it; `isHere` by id.
 * `votersOf(members, { branchId: 'branch1', day: '2026-09-22' }, (id) => came.has(id)) // { full: 16, present: 11, probationary: 2 }`
 */
export const votersOf = (
  members: readonly Pick<Member, '_id' | 'memberships' | 'standing'>[],
  { branchId, day }: { branchId: string; day: Day },
  isHere: (memberId: string) => boolean,
): Voters => {
  const branch = members.filter((member) => membershipOn(member, day)?.branchId === branchId)
  const full = branch.filter(({ standing }) => standing === 'full')
  return {
    full: full.length,
    present: full.filter(({ _id }) => isHere(_id)).length,
    probationary: branch.length - full.length,
  }
}
