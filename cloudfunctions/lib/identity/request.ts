import { done, refuse } from '@domain/contract/answer'
import { aboutNothing } from '../dispatch/targets'
import { useCase } from '../dispatch/useCase'
import { isTaken } from './bindMember'
import { limitBinding } from './limitBinding'
import { matchRoster } from './matchRoster'
import { storeRequest } from './storeRequest'

/**
 * Asks to be bound. Nothing of the register is told: a wrong name, a wrong number and somebody for whom another WeChat speaks are one answer.
 */
export const request = useCase('identity.request', aboutNothing, async (asked, context) => {
  const { caller, today, tree } = context
  if (caller.identity?.state === 'bound') return refuse('already_bound')
  const blocked = await limitBinding(asked, context)
  if (blocked) return blocked
  const [member, second] = await matchRoster(asked, today)
  if (!member || second || (await isTaken(member._id))) return refuse('roster_mismatch')
  const refusal = await storeRequest(member, asked, context)
  return refusal ?? done({ state: 'requested' as const, branchName: tree.get(asked.branchId)?.name ?? '' })
})
