import { weightOf } from '@domain/access/oneself'
import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, refuse } from '@domain/contract/answer'
import { audited, mark } from '../../entry/audit/audited'
import { aboutCounty } from '../../entry/targets'
import { type Context, type Found, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import type { Deletion } from '../../store/collections/deletions'
import { findById } from '../../store/find'
import { updateWhere } from '../../store/updateWhere'
import { eraseMember } from './eraseMember'

async function load(
  { id }: ParsedRequestOf<'privacy.decideDeletion'>,
  context: Context,
): Promise<Found<Deletion> | ReturnType<typeof refuse> | null> {
  const county = aboutCounty(undefined, context)
  const loaded = await findById('deletions', id)
  return county && loaded && { ...county, loaded }
}

/** The work committee's word. Agreed twice, or by two at once, it is the same deletion. */
export const decideDeletion = useCase(
  'privacy.decideDeletion',
  load,
  async ({ id, agree }, context, deletion) => {
    const { now, caller } = context
    const { memberId } = deletion
    if (agree && weightOf({ what: 'register' }, caller, { memberId }) === 'refused')
      return refuse('needs_second_person')
    if (deletion.state !== 'open') {
      const isSame = agree === (deletion.state === 'agreed')
      if (isSame && agree) await eraseMember(memberId, now)
      return isSame ? done({ id, deleted: agree }) : refuse('request_gone')
    }
    const change = { state: agree ? 'agreed' : 'declined', decidedAt: now }
    const about = { memberId, result: agree ? 'yes' : 'no', key: id }
    const telling = { what: 'deletion' as const, by: nameForRecords(caller), at: now, ...about }
    const isDone = await audited(telling, { name: 'deletions', ids: [id] }, async (row) => {
      if (!(await updateWhere('deletions', { _id: id, state: 'open' }, { ...change, ...mark(row) })))
        return false
      if (agree) await eraseMember(memberId, now)
      return true
    })
    return isDone ? done({ id, deleted: agree }) : refuse('request_gone')
  },
)
