import { branchRunners } from '../access/secondPerson'
import { rolesOf } from '../access/rolesOf'
import type { Grant } from '../access/person'
import type { Role } from '../contract/identity'
import type { Member } from '../org/member'
import { postsOn } from '../org/membershipOn'
import type { Day } from '../time/day'

/** What a member asks of the register: 说明情况, 申请更正, to be taken over by another branch, 申请删除. */
export type RegisterAsk = 'exemption' | 'correction' | 'transfer' | 'deletion'
/** What somebody's yes is waited for. word: the second person's on one record; late: the same on a whole 补录; report: a community's on a 社区报到; proposal: its answer to a service that a branch proposes. */
export type Awaiting =
  'service' | 'visit' | 'deed' | 'report' | 'proposal' | 'word' | 'late' | 'binding' | RegisterAsk

/** Something that waits for a yes. */
export interface Waits {
  what: Awaiting
  /** Of whom it is asked: a member by name, or whoever answers for this organisation. */
  askedOf: string
  /** When it began to wait (ms). */
  since: number
  /** Whose yes it cannot be, as records name people: whom it is about, and who entered it. */
  not: readonly string[]
}

/** Who may be told, with the name records give (memberId, or that of somebody outside the register). */
export interface Answerer {
  name: string
  member?: Pick<Member, '_id' | 'memberships' | 'posts'>
  grants?: readonly Grant[]
}

const answering: readonly Role[] = [...branchRunners, 'committee', 'community_staff', 'village_contact']

/** In whose name a person is asked on a day: the own one, that of what one runs or works for, that of the unit in whose 中心组 one sits. */
export const askedAs = ({ member, grants = [] }: Omit<Answerer, 'name'>, day: Day): string[] => [
  ...(member ? [member._id] : []),
  ...rolesOf({ grants, ...(member && { member }) }, day)
    .filter(({ role }) => answering.includes(role))
    .map(({ organisationId }) => organisationId),
  ...(member ? postsOn(member, day) : [])
    .filter(({ post }) => post === 'theory_group_member')
    .map(({ organisationId }) => organisationId),
]

/** What of it waits for this person: oneself never. */
export const waitsFor = <W extends Waits>(person: Answerer, waits: readonly W[], day: Day): W[] => {
  const asked = new Set(askedAs(person, day))
  return waits.filter(({ askedOf, not }) => asked.has(askedOf) && !not.includes(person.name))
}
