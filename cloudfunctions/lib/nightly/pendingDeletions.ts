import type { Day } from '@domain/time/day'
import { audited, mark } from '../entry/audit/audited'
import { guarded } from '../entry/guarded'
import { eraseMember } from '../people/privacy/eraseMember'
import type { Deletion } from '../store/collections/deletions'
import { find, findById } from '../store/find'
import { updateWhere } from '../store/updateWhere'

type Open = Pick<Deletion, '_id' | 'memberId'>

/** Whether it was carried out: nobody has to agree any more once the register has let the person go. */
async function carryOut({ _id, memberId }: Open, today: Day, now: number): Promise<boolean> {
  const member = await findById('members', memberId)
  const isGone = member?.left !== undefined && member.left.on < today
  // Without a document, or as a shell already: a run that was cut short.
  if (member && !isGone && member.erasedAt === undefined) return false
  const telling = { what: 'deletion' as const, by: 'nightly', at: now, memberId, result: 'left', key: _id }
  await audited(telling, { name: 'deletions', ids: [_id] }, async (row) => {
    await eraseMember(memberId, now)
    const change = { state: 'agreed', decidedAt: now, ...mark(row) }
    return updateWhere('deletions', { _id, state: 'open' }, change)
  })
  return true
}

/** Carries out deletions of those whom the register has let go meanwhile; one that fails comes again the next night. */
export async function pendingDeletions(today: Day, now: number): Promise<number> {
  let deleted = 0
  const open = await find('deletions', { state: 'open' }, { limit: 20_000, fields: ['memberId'] })
  for (const one of open)
    if (
      (await guarded({ job: 'nightly', subjectId: one._id, now }, () => carryOut(one, today, now))) === true
    )
      deleted += 1
  return deleted
}
