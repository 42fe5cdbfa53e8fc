import type { GrantRole } from '../contract/grants'
import type { OrganisationType } from '../contract/words'
import type { Organisation } from '../org/organisation'
import { isUnder, type Tree } from '../org/tree'
import type { Day } from '../time/day'
import type { Person } from './person'
import { rolesOf } from './rolesOf'

/** Where each right can be held. An inspector may read the county or a part of it. */
const placesOf: Record<GrantRole, readonly OrganisationType[]> = {
  committee: ['work_committee'],
  inspector: ['work_committee', 'unit', 'branch'],
  unit_officer: ['unit'],
  community_staff: ['community'],
  village_contact: ['village'],
}

/** Communities and villages stand beside the party tree: the work committee of the county answers for them too. */
const isOfCounty = ({ _id, type }: Organisation, committeeAt: string, tree: Tree): boolean =>
  type === 'community' || type === 'village' || isUnder(tree, _id, committeeAt)

/** Whether a person may give (or take back) a right at an organisation. */
export const mayGrant = (
  person: Person,
  role: GrantRole,
  organisation: Organisation,
  day: Day,
  tree: Tree,
): boolean => {
  if (!placesOf[role].includes(organisation.type)) return false
  return rolesOf(person, day).some((held) => {
    if (held.role === 'committee') return isOfCounty(organisation, held.organisationId, tree)
    // Of the own unit alone, not of those below it.
    return held.role === 'unit_officer' && role === 'unit_officer' && held.organisationId === organisation._id
  })
}

/** The rights a person may give at an organisation, in the order offered. */
export const mayGive = (person: Person, organisation: Organisation, day: Day, tree: Tree): GrantRole[] =>
  (Object.keys(placesOf) as GrantRole[]).filter((role) => mayGrant(person, role, organisation, day, tree))
