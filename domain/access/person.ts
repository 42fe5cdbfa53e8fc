import type { Role } from '../contract/identity'
import type { Member } from '../org/member'
import type { Day } from '../org/organisation'

/** A right given outside the party posts: work committee, community staff, village contact. Both days inclusive. */
export interface Grant {
  role: Role
  organisationId: string
  from: Day
  to?: Day
}

/** Who is speaking: a WeChat identity, the member bound to it, and what it was granted. Neither: a stranger. */
export interface Person {
  openId: string
  member?: Member
  grants?: readonly Grant[]
}
