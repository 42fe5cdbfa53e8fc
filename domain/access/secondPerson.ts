import type { Role } from '../contract/identity'
import type { Member } from '../org/member'
import { isUnder, type Tree } from '../org/tree'
import type { Day } from '../time/day'
import { weightOf } from './oneself'
import type { Person } from './person'
import { rolesOf } from './rolesOf'

/** Who runs a branch: secretary, deputy, organisation officer. */
export const branchRunners: readonly Role[] = ['secretary', 'organisation_officer']

const holds = (person: Person, roles: readonly Role[], placeId: string, day: Day, tree: Tree): boolean =>
  rolesOf(person, day).some(
    ({ role, organisationId }) => roles.includes(role) && isUnder(tree, placeId, organisationId),
  )

/** The members who run a branch on a day, in the order given. */
export const runnersOf = <M extends Pick<Member, 'memberships' | 'posts'>>(
  members: readonly M[],
  branchId: string,
  day: Day,
): M[] =>
  members.filter((member) =>
    rolesOf({ member }, day).some(
      ({ role, organisationId }) => branchRunners.includes(role) && organisationId === branchId,
    ),
  )

/** What waits for a second person. */
export interface Awaited {
  memberId: string
  /** The member's own branch, today. */
  branchId: string
  enteredBy?: string
  /** Nobody else runs the branch: it is asked of the work committee above. */
  askedAbove: boolean
}

/**
 * Whether a person may be the second one for what a community entered of its service long after it: whoever works there today, or the work
 * committee, whichever of them is `asked`. That it was somebody else who entered it is the caller's to see: the staff may stand on no register.
 */
export const mayConfirmService = (
  person: Person,
  { communityId, asked }: { communityId: string; asked: string },
  day: Day,
  tree: Tree,
): boolean =>
  holds(person, ['community_staff'], communityId, day, tree) ||
  (asked !== communityId && holds(person, ['committee'], asked, day, tree))

/**
 * Whether a person may be the second one: somebody else, who runs the member's own branch today; where nobody else does, the work committee above
 * it. Neither the member nor who entered it.
 */
export const mayBeSecond = (
  person: Person,
  { memberId, branchId, enteredBy, askedAbove }: Awaited,
  day: Day,
  tree: Tree,
): boolean => {
  const about = { memberId, ...(enteredBy !== undefined && { enteredBy }) }
  if (weightOf({ what: 'witness' }, person, about) === 'refused') return false
  return (
    holds(person, branchRunners, branchId, day, tree) ||
    (askedAbove && holds(person, ['committee'], branchId, day, tree))
  )
}
