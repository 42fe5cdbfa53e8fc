import { done, refuse } from '@domain/contract/answer'
import { membershipOn } from '@domain/org/membershipOn'
import { aboutSelf } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { idFrom } from '../../ground/idFrom'
import { count } from '../../store/find'
import { insertOnce } from '../../store/insertOnce'

/** Asks the secretary to set something right; one waiting request for a field at a time. A resend is the same request. */
export const askCorrection = useCase('privacy.correct', aboutSelf, async (request, context, member) => {
  const { caller, now, today } = context
  const { field, text, nonce } = request
  const _id = idFrom(caller.openId, nonce)
  const memberId = member._id
  const others = await count('corrections', { memberId, field, state: 'open' })
  const branchId = membershipOn(member, today)?.branchId ?? ''
  const row = { _id, memberId, branchId, field, text, at: now, state: 'open' as const }
  if (others > 0) {
    const isSame = (await count('corrections', { _id })) > 0
    return isSame ? done({ id: _id }) : refuse('already_asked')
  }
  await insertOnce('corrections', row)
  return done({ id: _id })
})
