import type { Member } from '../org/member'
import { membershipOn, placeOf } from '../org/membershipOn'
import type { Organisation } from '../org/organisation'
import { theoryGroupOf } from '../org/theoryGroupOf'
import { branchOf, isUnder, type Tree } from '../org/tree'
import type { Day } from '../time/day'
import type { Person } from './person'
import { rolesOf } from './rolesOf'

/** Belongs to the branch, or holds a right in it or in one of its groups. Who stands above it is outside. */
const isInside = (person: Person, branchId: string, day: Day, tree: Tree): boolean =>
  (person.member !== undefined && membershipOn(person.member, day)?.branchId === branchId) ||
  rolesOf(person, day).some(({ organisationId }) => branchOf(tree, organisationId) === branchId)

/**
 * Whether a person may see names of a branch's members at all: of a counts-only branch, whose numbers alone may leave it, only who belongs to
 * it or holds a right in it. What else one may read is accessTable's business.
 */
export const seesNames = (
  person: Person,
  branch: Pick<Organisation, '_id' | 'countsOnly'>,
  day: Day,
  tree: Tree,
): boolean => !branch.countsOnly || isInside(person, branch._id, day, tree)

/** What says where a name belongs. */
export type Placed = Pick<Member, '_id' | 'memberships' | 'posts'>

/** Studies in the member's 中心组 too, or looks after it: a roll is called by name. */
const sharesUnit = (person: Person, { posts }: Placed, day: Day, tree: Tree): boolean => {
  const seats = posts.filter(({ post }) => post === 'theory_group_member')
  const roles = rolesOf(person, day)
  return seats.some(
    ({ organisationId: unitId }) =>
      roles.some((held) => held.role === 'unit_officer' && isUnder(tree, unitId, held.organisationId)) ||
      (person.member !== undefined && theoryGroupOf([person.member], unitId, day).length > 0),
  )
}

/**
 * Whether a person may read a member's name. That of a member of a counts-only branch is read only by the member, by whoever is inside a branch
 * they belong or belonged to, and by whoever shares their 中心组; all other names by everyone. A branch that is asked to take somebody over is
 * outside until it has.
 */
export const seesNameOf = (person: Person, member: Placed, day: Day, tree: Tree): boolean => {
  const branch = tree.get(placeOf(member, day)?.branchId ?? '')
  if (!branch?.countsOnly || person.member?._id === member._id) return true
  return (
    member.memberships.some(({ branchId }) => isInside(person, branchId, day, tree)) ||
    sharesUnit(person, member, day, tree)
  )
}
