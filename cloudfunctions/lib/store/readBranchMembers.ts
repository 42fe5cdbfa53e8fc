import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import type { Day } from '@domain/time/day'
import { find } from './find'

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
