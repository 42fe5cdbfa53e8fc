import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import type { Day } from '@domain/org/organisation'
import { find } from '../wx/find'

interface Asked {
  branchId: string
  name: string
  phoneTail: string
}

/** Exactly one member of the branch with this name and these digits; two alike are sorted out by the secretary, not by guessing. */
export async function matchRoster({ branchId, name, phoneTail }: Asked, today: Day): Promise<Member | null> {
  // 张 三 is 张三: some type names the way forms are printed.
  const where = { 'memberships.branchId': branchId, name: name.replace(/\s+/g, ''), phoneTail }
  const named = await find('members', where, { limit: 20 })
  const [member, second] = named.filter((one) => membershipOn(one, today)?.branchId === branchId)
  return member && !second ? member : null
}
