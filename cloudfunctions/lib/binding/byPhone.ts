import { done, refuse } from '@domain/contract/answer'
import { aboutNothing } from '../dispatch/targets'
import { useCase } from '../dispatch/useCase'
import { bindCaller } from '../identity/bindMember'
import { limit } from '../identity/limit'
import { matchRoster } from '../identity/matchRoster'
import { phoneTailOf } from '../wx/phone'

/** The number that WeChat vouches for stands for the secretary's yes. */
export const byPhone = useCase('binding.byPhone', aboutNothing, async ({ branchId, name, code }, context) => {
  const { caller, now, today, tree } = context
  if (caller.member) return refuse('already_bound')
  const blocked = await limit({ openId: caller.openId, kind: 'bind' }, now)
  if (blocked) return blocked
  const phoneTail = await phoneTailOf(code)
  if (phoneTail === null) return refuse('phone_unavailable')
  const member = await matchRoster({ branchId, name, phoneTail }, today)
  if (!member) return refuse('roster_mismatch')
  const seat = { memberId: member._id, branchId, by: member._id }
  const refusal = await bindCaller(caller, seat, 'phone', now)
  if (refusal) return refusal
  return done({ name: member.name, branchName: tree.get(branchId)?.name ?? '' })
})
