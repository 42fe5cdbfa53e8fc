import type { Role } from '../contract/identity'
import type { Member } from '../org/member'
import type { Day } from '../time/day'

/** A right given outside the party posts: work committee, inspector, unit officer, community staff, village contact. Both days inclusive. */
export interface Grant {
  /** Absent in those stored before grants could be given on the phone. */
  grantId?: string
  role: Role
  organisationId: string
  from: Day
  to?: Day
  /** memberId of who gave it; of someone outside the register as nameForRecords says it. */
  by?: string
}

/** Who is speaking: a WeChat identity, the member bound to it, and what it was granted. Neither: a stranger. */
export interface Person {
  openId: string
  member?: Member
  grants?: readonly Grant[]
}
