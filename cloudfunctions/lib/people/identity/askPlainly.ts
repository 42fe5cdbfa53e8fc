import type { ParsedRequestOf } from '@domain/contract/actions'
import type { Refusal } from '@domain/contract/answer'
import { limit } from '../../entry/limit'
import type { Context } from '../../entry/useCase'
import { isTaken } from './bindMember'
import { matchName } from './matchRoster'
import { storeRequest } from './storeRequest'

/**
 * Asks without digits: for whom strangers have guessed away the day's turns, or whose number the register has wrong. Nothing is compared, so it
 * waits whoever was named, and answers alike where there is no such person or another WeChat speaks for them: those nobody sees.
 */
export async function askPlainly(
  asked: ParsedRequestOf<'identity.request'>,
  context: Context,
): Promise<Refusal | null> {
  const { caller, now, today } = context
  const blocked = await limit({ openId: caller.openId, kind: 'plain' }, now)
  if (blocked) return blocked
  const named = await matchName(asked, today)
  const member = named && !(await isTaken(named._id)) ? named : null
  return storeRequest(member, { ...asked, plain: { name: asked.name } }, context)
}
