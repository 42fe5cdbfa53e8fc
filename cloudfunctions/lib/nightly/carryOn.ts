import type { AuditRow } from '../audit/auditRow'
import { forgetNotices } from '../feedback/answer'
import { carryOnElection } from '../organisation/elect'
import { carryOnLeader } from '../organisation/leader'
import { eraseMember } from '../privacy/eraseMember'
import { eraseOutsider, eraseTraces } from '../privacy/eraseTraces'
import { linkHouseholds } from '../roster/writeMember'
import { oneOf } from '../wx/conditions'
import { find } from '../wx/find'

async function carryOnDeletion({ of }: AuditRow, now: number): Promise<void> {
  for (const { memberId, requestId, state } of await find('deletions', { _id: oneOf(of?.ids ?? []) })) {
    if (requestId !== undefined)
      for (const { _id } of await find('identities', { requestId }, { fields: [] }))
        await eraseOutsider(_id, requestId)
    else if (state === 'agreed') await eraseMember(memberId, now)
    else if (state === 'open') await eraseTraces(memberId)
  }
}

/** What follows a change and was lost with the call that made it. Done once more it changes nothing. */
export async function carryOn(row: AuditRow, now: number): Promise<void> {
  const { what, of } = row
  if (what === 'answer') for (const id of of?.ids ?? []) await forgetNotices(id)
  if (what === 'deletion') return carryOnDeletion(row, now)
  if (what === 'election') return of?.name === 'members' ? carryOnLeader(row) : carryOnElection(row)
  // The member is written, the households do not know of it yet.
  if (of?.name === 'members')
    for (const member of await find('members', { _id: oneOf(of.ids) })) await linkHouseholds(member)
}
