import { done, refuse } from '@domain/contract/answer'
import type { Exemption, Member } from '@domain/org/member'
import { exemptionOf, withExemption } from '@domain/org/setExemption'
import { aboutSelf } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { idFrom } from '../../ground/idFrom'
import { changeMember } from './changeMember'
import { areDates } from './exemptionDates'

/** 跟书记说一声: category and dates. It lifts nothing until somebody of the branch says yes. */
export const askExemption = useCase('roster.askExemption', aboutSelf, async (request, context, member) => {
  const { category, from, to, nonce } = request
  const { caller, now, today } = context
  if (!areDates(from, to, today)) return refuse('wrong_times')
  const exemptionId = idFrom(caller.openId, nonce)
  const asked: Exemption & { exemptionId: string } = {
    exemptionId,
    category,
    from,
    ...(to !== undefined && { to }),
    state: 'asked',
  }
  const edit = (one: Member) => {
    if (exemptionOf(one, exemptionId)) return one
    const isAsked = one.exemptions.some(
      ({ state, ...other }) => state === 'asked' && other.category === category,
    )
    return isAsked ? refuse('already_asked') : withExemption(one, asked)
  }
  const telling = { what: 'exemption' as const, by: member._id, at: now, result: category }
  const changed = await changeMember(caller, member, edit, telling)
  return 'reason' in changed ? changed : done({ exemptionId })
})
