import { done, refuse } from '@domain/contract/answer'
import { writeAudit } from '../audit/writeAudit'
import { nameForRecords } from '../caller/whoIsCalling'
import { aboutNothing } from '../dispatch/targets'
import { type Context, useCase } from '../dispatch/useCase'
import { idFrom } from '../idFrom'
import { find } from '../wx/find'
import { insertOnce } from '../wx/insertOnce'
import { eraseOutsider, eraseTraces } from './eraseTraces'

const note = (result: string, { caller, now }: Context) => {
  const memberId = caller.member ? { memberId: caller.member._id } : {}
  return writeAudit({ what: 'deletion', by: nameForRecords(caller), at: now, result, ...memberId })
}

/** 申请删除: what does not have to wait goes at once, the identity last of all, so that a request cut short can be sent again. */
export const askDeletion = useCase('privacy.askDeletion', aboutNothing, async ({ nonce }, context) => {
  const { caller, now } = context
  const { member, identity, openId } = caller
  const id = idFrom(openId, nonce)
  if (!member) {
    await note('outside', context)
    await eraseOutsider(openId, identity?.requestId ?? '')
    return done({ id })
  }
  const memberId = member._id
  const open = await find('deletions', { memberId, state: 'open' })
  if (open.some(({ _id }) => _id !== id)) return refuse('already_asked')
  const row = { _id: id, memberId, at: now, state: 'open' as const }
  if (open.length === 0 && (await insertOnce('deletions', row)) === 'inserted') await note('asked', context)
  await eraseTraces(memberId)
  return done({ id })
})
