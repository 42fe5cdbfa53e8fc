import { done, refuse } from '@domain/contract/answer'
import { audited } from '../../entry/audit/audited'
import { aboutNothing } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { idFrom } from '../../ground/idFrom'
import type { Deletion } from '../../store/collections/deletions'
import { find } from '../../store/find'
import { insertOnce } from '../../store/insertOnce'
import { eraseOutsider, eraseTraces } from './eraseTraces'

type Row = Omit<Deletion, 'updatedAt'>

/** Keeps that it was asked for, then erases what does not have to wait; a call cut short in between is carried on with the row. */
async function ask(row: Row, result: string, erase: () => Promise<void>, { caller, now }: Context) {
  const about = row.memberId === '' ? { result } : { result, memberId: row.memberId }
  const telling = { what: 'deletion' as const, by: nameForRecords(caller), at: now, ...about, key: row._id }
  await audited(telling, { name: 'deletions', ids: [row._id] }, async (id) => {
    const marked = { ...row, audited: [id] }
    await insertOnce('deletions', marked)
    await erase()
    return true
  })
}

/** 申请删除: what does not have to wait goes at once, the identity last of all, so that a request cut short can be sent again. */
export const askDeletion = useCase('privacy.askDeletion', aboutNothing, async ({ nonce }, context) => {
  const { caller, now } = context
  const { member, identity, openId } = caller
  const id = idFrom(openId, nonce)
  if (!member) {
    const requestId = identity?.requestId ?? ''
    const row = { _id: id, memberId: '', requestId, at: now, state: 'agreed' as const, decidedAt: now }
    await ask(row, 'outside', () => eraseOutsider(openId, requestId), context)
    return done({ id })
  }
  const memberId = member._id
  const open = await find('deletions', { memberId, state: 'open' })
  if (open.some(({ _id }) => _id !== id)) return refuse('already_asked')
  const row = { _id: id, memberId, at: now, state: 'open' as const }
  await ask(row, 'asked', () => eraseTraces(memberId), context)
  return done({ id })
})
