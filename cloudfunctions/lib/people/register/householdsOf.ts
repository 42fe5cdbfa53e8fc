import type { Member } from '@domain/org/member'
import { isInForce } from '@domain/org/membershipOn'
import type { Tree } from '@domain/org/tree'
import type { Day } from '@domain/time/day'
import type { Context } from '../../entry/useCase'
import type { Household } from '../../store/collections/households'
import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'

/** All that anyone is ever told of a household. */
export interface ShownHousehold {
  id: string
  number: string
  village: string
}

export const shownHousehold = ({ _id, number, villageId }: Household, tree: Tree): ShownHousehold => ({
  id: _id,
  number,
  village: tree.get(villageId)?.name ?? '',
})

export const isLinked = (member: Member, householdId: string, day: Day): boolean =>
  member.households.some((link) => link.householdId === householdId && isInForce(link, day))

/** The households a member is linked with today. */
export async function householdsOf(member: Member, { tree, today }: Context): Promise<ShownHousehold[]> {
  const ids = member.households.filter((link) => isInForce(link, today)).map(({ householdId }) => householdId)
  if (ids.length === 0) return []
  const rows = await find('households', { _id: oneOf(ids) })
  return rows.map((row) => shownHousehold(row, tree))
}
