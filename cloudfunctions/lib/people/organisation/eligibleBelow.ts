import type { Placed } from '@domain/access/seesNames'
import type { OneOrganisation } from '@domain/contract/organisation'
import { membershipOn } from '@domain/org/membershipOn'
import { branchesBelow } from '../../entry/branchesUnder'
import { inTreeOrder } from '../../entry/inTreeOrder'
import type { Context } from '../../entry/useCase'
import { oneOf } from '../../store/conditions'
import { find } from '../../store/find'
import { nameFields } from '../../store/nameShown'

type People = OneOrganisation['people']

/** Those below a unit who can be elected there and whose names the caller may read, in the order of the tree and of its registers. */
export async function eligibleBelow(unitId: string, { today, tree, names }: Context): Promise<People> {
  const branches = branchesBelow(unitId, tree, today).sort(inTreeOrder(tree))
  const places = branches.map(({ _id }) => _id)
  const where = { 'memberships.branchId': oneOf(places) }
  const fields = [...nameFields, 'standing', 'order'] as const
  const found = places.length > 0 ? await find('members', where, { limit: 5000, fields }) : []
  const placeIn = (member: Placed) => places.indexOf(membershipOn(member, today)?.branchId ?? '')
  const can = found
    .filter((member) => member.standing === 'full' && placeIn(member) >= 0 && names.sees(member))
    .sort((a, b) => placeIn(a) - placeIn(b) || a.order - b.order)
  // eslint-disable-next-line house/stored-names -- compared with one another
  const isShared = ({ name }: { name: string }) => can.filter((other) => other.name === name).length > 1
  return can.map((member) => ({
    id: member._id,
    name: names.of(member),
    ...(isShared(member) && { of: branches[placeIn(member)]?.name ?? '' }),
  }))
}
