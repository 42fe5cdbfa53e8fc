import type { Member } from '../org/member'
import type { Organisation } from '../org/organisation'

/** Who owes. `committeeIds`: the committee's members on the judged day, for ≥ half present. */
export type Subject =
  | { type: 'member'; member: Member; branch?: Organisation }
  | { type: 'branch' | 'committee'; organisation: Organisation; committeeIds: readonly string[] }
  | { type: 'group'; organisation: Organisation }
  | { type: 'unit'; organisation: Organisation }
