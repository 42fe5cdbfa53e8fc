import { membershipOn } from '../org/membershipOn'
import type { Day, Organisation } from '../org/organisation'
import { branchOf, type Tree } from '../org/tree'
import type { Person } from './person'
import { rolesOf } from './rolesOf'

/**
 * Whether a person may see names of a branch's members at all: of one whose numbers alone may leave it (countsOnly) only who belongs to it or
 * holds a right in it. What else one may read is accessTable's business.
 */
export const seesNames = (
  person: Person,
  branch: Pick<Organisation, '_id' | 'countsOnly'>,
  day: Day,
  tree: Tree,
): boolean => {
  if (!branch.countsOnly) return true
  if (person.member && membershipOn(person.member, day)?.branchId === branch._id) return true
  return rolesOf(person, day).some(({ organisationId }) => branchOf(tree, organisationId) === branch._id)
}
