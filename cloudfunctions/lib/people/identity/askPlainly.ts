import type { ParsedRequestOf } from '@domain/contract/actions'
import type { Refusal } from '@domain/contract/answer'
import { limit } from '../../entry/limit'
import type { Context } from '../../entry/useCase'
import { idFrom } from '../../ground/idFrom'
import { isTaken } from './bindMember'
import { matchName, plainPersonName } from './matchRoster'
import { storeRequest } from './storeRequest'

/** Takes a turn of who asks. */
export const limitOwn = ({ caller, now }: Context): Promise<Refusal | null> =>
  limit({ openId: caller.openId, kind: 'bind' }, now)

/**
 * Takes a turn of whom somebody names by digits: somebody's digits are not found by many phones either. Whether there is such a person
 * makes no difference. The whole number that WeChat vouches for is no guess and takes none.
 */
export const limitNamed = (
  { branchId, name }: { branchId: string; name: string },
  { now }: Context,
): Promise<Refusal | null> =>
  limit({ openId: `named-${idFrom(branchId, plainPersonName(name))}`, kind: 'named' }, now)

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
