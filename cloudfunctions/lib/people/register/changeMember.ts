import { needsOther } from '@domain/access/ownEntry'
import type { Person } from '@domain/access/person'
import { type Refusal, refuse } from '@domain/contract/answer'
import type { Member } from '@domain/org/member'
import type { Telling } from '../../entry/audit/audited'
import { findById } from '../../store/find'
import { writeMemberAudited } from './writeMember'

/** How often a change is made anew on top of somebody else's. */
const TURNS = 4

type Edit = (member: Member) => Member | Refusal

const isRefusal = (value: Member | Refusal): value is Refusal => 'reason' in value

/**
 * Changes one member of the register: what `edit` makes of it as it is now, and again of what somebody else made of it meanwhile. The member as
 * it stands afterwards, or why not: of one's own entry nobody but another eases what is owed (needs_second_person). Each go is told in the audit before it is made: who, and from what to what.
 */
export async function changeMember(
  caller: Person,
  member: Member,
  edit: Edit,
  telling: Omit<Telling, 'key' | 'memberId'>,
): Promise<Member | Refusal> {
  let before: Member | null = member
  for (let turn = 0; turn < TURNS && before; turn += 1) {
    const after: Member | Refusal = edit(before)
    if (isRefusal(after)) return after
    if (needsOther(caller, before, after)) return refuse('needs_second_person')
    if (await writeMemberAudited(before, after, telling)) return after
    before = await findById('members', member._id)
  }
  return refuse(before ? 'member_changed' : 'forbidden')
}
