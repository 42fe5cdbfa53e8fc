import type { AuditRow } from '../audit/auditRow'
import { linkHouseholds } from '../roster/writeMember'
import { oneOf } from '../wx/conditions'
import { find } from '../wx/find'

/** What follows a change and was lost with the call: a member is written, the households do not know of it yet. */
export async function carryOn({ of }: AuditRow): Promise<void> {
  if (of?.name !== 'members') return
  for (const member of await find('members', { _id: oneOf(of.ids) })) await linkHouseholds(member)
}
