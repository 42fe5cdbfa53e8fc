import type { Day } from '@domain/org/organisation'
import { audited, mark } from '../audit/audited'
import { eraseMember } from '../privacy/eraseMember'
import { find, findById } from '../wx/find'
import { updateWhere } from '../wx/updateWhere'

/** Carries out deletions of those whom the register has let go meanwhile: nobody has to agree any more. */
export async function pendingDeletions(today: Day, now: number): Promise<number> {
  let deleted = 0
  for (const { _id, memberId } of await find('deletions', { state: 'open' })) {
    const member = await findById('members', memberId)
    const isGone = member?.left !== undefined && member.left.on < today
    // Without a document, or as a shell already: a run that was cut short.
    if (member && !isGone && member.erasedAt === undefined) continue
    const telling = { what: 'deletion' as const, by: 'nightly', at: now, memberId, result: 'left', key: _id }
    await audited(telling, { name: 'deletions', ids: [_id] }, async (row) => {
      await eraseMember(memberId, now)
      const change = { state: 'agreed', decidedAt: now, ...mark(row) }
      return updateWhere('deletions', { _id, state: 'open' }, change)
    })
    deleted += 1
  }
  return deleted
}
