import type { Member } from '@domain/org/member'
import { membershipOn } from '@domain/org/membershipOn'
import type { Day } from '@domain/time/day'
import { find } from '../../store/find'

interface Asked {
  branchId: string
  name: string
  phoneTail: string
}

/** 张 三 is 张三: some type names the way forms are printed. */
export const plainPersonName = (name: string): string => name.replace(/\s+/g, '')

/** Whom a name alone means: the one member of the branch who bears it. */
export async function matchName(
  { branchId, name }: Pick<Asked, 'branchId' | 'name'>,
  today: Day,
): Promise<Member | undefined> {
  const where = { 'memberships.branchId': branchId, name: plainPersonName(name) }
  const named = await find('members', where, { limit: 20 })
  const here = named.filter((one) => membershipOn(one, today)?.branchId === branchId)
  return here.length === 1 ? here[0] : undefined
}

/** Members of the branch with this name and these digits; two alike are sorted out by the secretary, not by guessing. */
export async function matchRoster({ branchId, name, phoneTail }: Asked, today: Day): Promise<Member[]> {
  const where = { 'memberships.branchId': branchId, name: plainPersonName(name), phoneTail }
  const named = await find('members', where, { limit: 20 })
  return named.filter((one) => membershipOn(one, today)?.branchId === branchId)
}
