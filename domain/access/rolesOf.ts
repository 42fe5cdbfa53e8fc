import type { Role } from '../contract/identity'
import type { PostName } from '../contract/words'
import type { Member } from '../org/member'
import { isInForce, membershipOn, postsOn } from '../org/membershipOn'
import type { Day } from '../time/day'
import type { Person } from './person'

export interface HeldRole {
  role: Role
  organisationId: string
}

/** A deputy runs the branch as the secretary does; the other posts of a committee give no right. */
const roleOfPost: Partial<Record<PostName, Role>> = {
  secretary: 'secretary',
  deputy_secretary: 'secretary',
  organisation_officer: 'organisation_officer',
  group_leader: 'group_leader',
}

/**
 * What a person may act as on a day, from posts and grants between their dates. A post is a member's: who is on the register no more holds none,
 * whatever dates it was given.
 */
export const rolesOf = (
  person: Partial<Omit<Person, 'member'>> & { member?: Pick<Member, 'memberships' | 'posts'> },
  day: Day,
): HeldRole[] => {
  const held: HeldRole[] = []
  const isMember = person.member !== undefined && membershipOn(person.member, day) !== undefined
  for (const { post, organisationId } of person.member && isMember ? postsOn(person.member, day) : []) {
    const role = roleOfPost[post]
    if (role) held.push({ role, organisationId })
  }
  for (const grant of person.grants ?? [])
    if (isInForce(grant, day)) held.push({ role: grant.role, organisationId: grant.organisationId })
  return held
}
