import type { Day } from '../time/day'
import type { Member } from './member'
import { membershipOn } from './membershipOn'
import { type Election, seated } from './seated'

/**
 * 改选 and 补选 of a 机关党委 or 总支 (机关基层组织工作条例 arts 5, 6): those who may hold a post there, with what they hold from a day on. Whoever is not
 * on the county's register is left out of it, so it may name a part of the committee or nobody. Refused: someone of no branch below it then, or
 * who is no full member.
 */
export const electUnit = (
  members: readonly Member[],
  { unitId, branchIds }: { unitId: string; branchIds: ReadonlySet<string> },
  on: Day,
  election: Election,
): Member[] | 'not_in_branch' | 'not_full_member' => {
  const found = election.posts.map(({ memberId }) => members.find(({ _id }) => _id === memberId))
  const isBelow = (member: Member) => branchIds.has(membershipOn(member, on)?.branchId ?? '')
  if (!found.every((member) => member && isBelow(member))) return 'not_in_branch'
  if (found.some((member) => member?.standing !== 'full')) return 'not_full_member'
  return seated(members, unitId, on, election)
}
