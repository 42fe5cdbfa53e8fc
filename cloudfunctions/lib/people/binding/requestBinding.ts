import type { ParsedRequestOf } from '@domain/contract/actions'
import { done, type Refusal, refuse } from '@domain/contract/answer'
import { aboutNothing } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { askPlainly, limitNamed, limitOwn } from '../identity/askPlainly'
import { isTaken } from '../identity/bindMember'
import { matchRoster } from '../identity/matchRoster'
import { storeRequest } from '../identity/storeRequest'

type Request = ParsedRequestOf<'identity.request'>

/** By name and digits: a turn of who asks, and one of whom they name. */
async function askByDigits(
  asked: Request & { phoneTail: string },
  context: Context,
): Promise<Refusal | null> {
  const blocked = (await limitOwn(context)) ?? (await limitNamed(asked, context))
  if (blocked) return blocked
  const [member, second] = await matchRoster(asked, context.today)
  if (!member || second || (await isTaken(member._id))) return refuse('roster_mismatch')
  return storeRequest(member, asked, context)
}

/**
 * Asks to be bound. Nothing of the register is told: a wrong name, a wrong number and somebody for whom another WeChat speaks are one answer.
 */
export const requestBinding = useCase('identity.request', aboutNothing, async (asked, context) => {
  const { caller, tree } = context
  if (caller.identity?.state === 'bound') return refuse('already_bound')
  const { phoneTail } = asked
  const refusal =
    phoneTail === undefined
      ? await askPlainly(asked, context)
      : await askByDigits({ ...asked, phoneTail }, context)
  return refusal ?? done({ state: 'requested' as const, branchName: tree.get(asked.branchId)?.name ?? '' })
})
